/**
 * What every sink does before its store comes in: {@link newswire.sink.intake.RecordReader} says
 * what a record means, {@link newswire.sink.intake.Batch} is the net effect of many, {@link
 * newswire.sink.intake.DeadLetters} takes what the store cannot hold, {@link
 * newswire.sink.intake.Progress} says how it goes and {@link newswire.sink.intake.LagReport} how
 * far it is.
 */
@NullMarked
package newswire.sink.intake;

import org.jspecify.annotations.NullMarked;
