package newswire.local;

import java.util.Optional;

/** One started part of the platform. */
interface Part {

  /** What to call it when telling a person. */
  String name();

  /** What has become of it, if it no longer runs although nobody stopped it. */
  Optional<String> failure();

  /** Stops it and returns when it has stopped. */
  void stop() throws Exception;
}
