package newswire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  private final Path file;
  private final Ports ports;

  PortsTest(@TempDir Path dir) {
    file = dir.resolve("ports.properties");
    ports = new Ports(file);
  }

  @Test
  void keepsAPortUnderItsName() throws Exception {
    int port = ports.free("console");

    assertThat(ports.free("console")).isEqualTo(port);
    assertThat(new Ports(file).free("console")).isEqualTo(port);
    assertThat(file).content().isEqualTo("console=" + port + "\n");
  }

  @Test
  void givesEveryNameAPortOfItsOwnBelowThoseOfOutgoingConnections() throws Exception {
    Set<Integer> chosen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      chosen.add(ports.kept("server" + i));
    }

    assertThat(chosen).hasSize(50);
    assertThat(chosen).allMatch(port -> port >= 20_000 && port < Ports.firstEphemeral());
  }

  @Test
  void refusesABusyPortAndSaysWhichAndWhatToDo() throws Exception {
    int port = ports.kept("registry");
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(other.isBound()).isTrue();
      assertThatThrownBy(() -> ports.free("registry"))
          .isInstanceOf(LocalPlatformException.class)
          .hasMessage(
              "port %s, which newswire keeps for its registry, is in use by another program; stop that program, "
                  + "or delete the line registry=%s in %s so that another port is chosen",
              port, port, file);
    }
    assertThat(ports.free("registry")).isEqualTo(port);
  }

  @Test
  void choosesAnewForADeletedLine() throws Exception {
    int kafka = ports.kept("kafka");
    ports.kept("registry");
    Files.writeString(file, "kafka=" + kafka + "\n");

    assertThat(ports.kept("kafka")).isEqualTo(kafka);
    assertThat(ports.kept("registry")).isNotEqualTo(kafka);
  }

  @Test
  void refusesAFileThatIsNoListOfPorts() throws Exception {
    Files.writeString(file, "kafka=nine\n");

    assertThatThrownBy(() -> ports.kept("kafka"))
        .isInstanceOf(LocalPlatformException.class)
        .hasMessage("%s is not a list of lines name=port; mend or delete it", file);
    assertThat(file).content().isEqualTo("kafka=nine\n");
  }
}
