package newswire.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log of a long-running process to files instead of the terminal. */
final class LogFiles {

  private static final FileSize LARGEST = FileSize.valueOf("20MB");

  private LogFiles() {}

  /** From now on the log goes to {@code dir/newswire.log}, which is rolled and bounded. */
  static Path use(Path dir) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Path file = dir.resolve("newswire.log");

    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context));
    appender.setRollingPolicy(rolling(context, appender, dir));
    SizeBasedTriggeringPolicy<ILoggingEvent> bySize = new SizeBasedTriggeringPolicy<>();
    bySize.setMaxFileSize(LARGEST);
    bySize.setContext(context);
    bySize.start();
    appender.setTriggeringPolicy(bySize);
    appender.start();

    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    context.getLogger("newswire").setLevel(Level.INFO);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> root.error("thread {} has ended", thread.getName(), e));
    return file;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{20}: %msg%n");
    encoder.start();
    return encoder;
  }

  private static FixedWindowRollingPolicy rolling(
      LoggerContext context, RollingFileAppender<ILoggingEvent> appender, Path dir) {
    FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(dir.resolve("newswire.%i.log").toString());
    policy.setMinIndex(1);
    policy.setMaxIndex(4);
    policy.start();
    return policy;
  }
}
