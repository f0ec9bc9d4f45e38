package newswire.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions that are open in partitions and hold back whoever reads them. One that its
 * coordinator does not know is hanging, and nobody but an operator will ever end it.
 */
record OpenTransactions(Admin admin) {

  private static final int ANSWER_SECONDS = 10;

  /** One sentence for people: what is open, and how to end what is hanging. */
  String describe(Collection<TopicPartition> partitions) throws InterruptedException {
    try {
      List<String> open = open(partitions);
      return open.isEmpty() ? "no transaction is open there" : String.join("; ", open);
    } catch (ExecutionException | TimeoutException e) {
      return "its open transactions cannot be read: " + e;
    }
  }

  private List<String> open(Collection<TopicPartition> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> open = new ArrayList<>();
    DescribeProducersResult states = admin.describeProducers(partitions);
    for (TopicPartition partition : partitions) {
      for (ProducerState producer : answer(states.partitionResult(partition)).activeProducers()) {
        if (producer.currentTransactionStartOffset().isPresent()) {
          open.add(describe(partition, producer));
        }
      }
    }
    return open;
  }

  private String describe(TopicPartition partition, ProducerState producer)
      throws InterruptedException, ExecutionException, TimeoutException {
    long start = producer.currentTransactionStartOffset().orElseThrow();
    String what =
        partition + " has a transaction of producer " + producer.producerId() + " open at " + start;
    for (TransactionDescription known : ofProducer(producer.producerId())) {
      if (known.topicPartitions().contains(partition)) {
        return what + " (" + known.state() + ")";
      }
    }
    return what
        + ", which hangs: look at it and end it with kafka-transactions.sh abort --topic "
        + partition.topic()
        + " --partition "
        + partition.partition()
        + " --start-offset "
        + start;
  }

  private Collection<TransactionDescription> ofProducer(long id)
      throws InterruptedException, ExecutionException, TimeoutException {
    ListTransactionsOptions options = new ListTransactionsOptions().filterProducerIds(Set.of(id));
    Set<String> ids =
        answer(admin.listTransactions(options).all()).stream()
            .map(TransactionListing::transactionalId)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, TransactionDescription> found = answer(admin.describeTransactions(ids).all());
    return found.values();
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }
}
