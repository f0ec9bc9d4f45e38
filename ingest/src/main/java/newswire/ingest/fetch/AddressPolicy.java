package newswire.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a request may reach: by default only those that the whole Internet can, by IANA's
 * special-purpose registries (RFC 6890 and its updates).
 */
enum AddressPolicy {
  PUBLIC_ONLY {
    @Override
    boolean allows(InetAddress address) {
      byte[] b = address.getAddress();
      return address instanceof Inet4Address ? isPublic4(b) : isPublic6(b);
    }
  },
  /** What the operator's own network may hold as well; group addresses never are a server. */
  PRIVATE_TOO {
    @Override
    boolean allows(InetAddress address) {
      return !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }
  };

  abstract boolean allows(InetAddress address);

  private static boolean isPublic4(byte[] b) {
    int a = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    int third = b[2] & 0xFF;
    return switch (a) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127; // carrier-grade NAT
      case 169 -> second != 254; // link-local and the clouds' metadata
      case 172 -> second < 16 || second > 31;
      case 192 ->
          second != 168
              && !(second == 0 && (third == 0 || third == 2))
              && !(second == 88 && third == 99);
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> a < 224;
    };
  }

  // Global unicast is 2000::/3; mapped, NAT64, unique-local, link-local and multicast lie outside.
  private static boolean isPublic6(byte[] b) {
    int first = (b[0] & 0xFF) << 8 | b[1] & 0xFF;
    int second = (b[2] & 0xFF) << 8 | b[3] & 0xFF;
    boolean globalUnicast = first >= 0x2000 && first <= 0x3FFF;
    boolean protocol = first == 0x2001 && (second < 0x0200 || second == 0x0DB8); // Teredo and such
    boolean sixToFour = first == 0x2002;
    boolean documentation = first == 0x3FFF && second < 0x1000;
    return globalUnicast && !protocol && !sixToFour && !documentation;
  }
}
