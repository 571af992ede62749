import CaseModel
import Foundation
import Machines

/// Makes a restored node one of its own: its clock, its random numbers, its machine ID and what it
/// knows of its case.
///
/// Addresses stay: they are the profile's, and its links lead nowhere else. So do the installation's
/// own accounts, keys and certificates: they were made for this environment, which nobody reaches
/// from outside.
struct CloneIdentity {
  /// Seconds by which the guest's clock is late.
  var late: Double
  var caseID: CaseID
  var run: Int

  func apply(in guest: any Guest) async throws {
    let result = try await guest.run(
      .script(
        Self.script,
        environment: [
          "CASELAB_LATE": String(format: "%.3f", late),
          "CASELAB_SEED": Self.random(64), "CASELAB_MACHINE_ID": Self.random(16),
          "CASELAB_CASE": caseID.text, "CASELAB_RUN": String(run),
          "CASELAB_DESCRIPTION": StepEnvironment.description,
        ], deadline: .seconds(30)))
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed, "the restored node cannot be made one of its own\(StepRunner.tail(result))")
    }
  }

  /// Hexadecimal, from the system's random source.
  private static func random(_ bytes: Int) -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<bytes).map { _ in
      String(format: "%02x", UInt8.random(in: .min ... .max, using: &random))
    }.joined()
  }

  /// The clock goes on by what was missed, so that one that is wrong on purpose stays so. The kernel's
  /// generator takes the seed and makes its next numbers of it (RNDRESEEDCRNG, random(4)): not every
  /// kernel knows of generation IDs. The journal goes on where it is, under both IDs.
  static let script = #"""
    date -s "$CASELAB_LATE seconds" >/dev/null
    perl -e 'open(F, ">", "/dev/urandom") or die $!; syswrite(F, pack("H*", $ENV{CASELAB_SEED}));
      ioctl(F, 0x5207, 0) or die "RNDRESEEDCRNG: $!"'
    [ ! -s /etc/machine-id ] || read -r old </etc/machine-id
    umask 022
    printf '%s\n' "$CASELAB_MACHINE_ID" >/etc/machine-id.new
    mv /etc/machine-id.new /etc/machine-id
    for logs in /run/log/journal /var/log/journal; do
      [ ! -d "$logs/${old:-.none}" ] || ln -s "$old" "$logs/$CASELAB_MACHINE_ID"
    done
    [ ! -s "$CASELAB_DESCRIPTION" ] ||
      sed -i "s|^  \"case\" : .*|  \"case\" : \"$CASELAB_CASE\",|
        s|^  \"run\" : .*|  \"run\" : $CASELAB_RUN,|" "$CASELAB_DESCRIPTION"
    """#
}
