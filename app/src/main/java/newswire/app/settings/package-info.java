/** What can be set, and where it is set: on the command line, in the environment, in a file. */
@NullMarked
package newswire.app.settings;

import org.jspecify.annotations.NullMarked;
