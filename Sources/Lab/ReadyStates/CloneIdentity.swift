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
    let environment = [
      "CASELAB_LATE": String(format: "%.6f", late),
      "CASELAB_SEED": Self.random(64), "CASELAB_MACHINE_ID": Self.random(16),
      "CASELAB_CASE": caseID.text, "CASELAB_RUN": String(run),
      "CASELAB_DESCRIPTION": StepEnvironment.description,
    ]
    var command = GuestCommand(
      ["perl", "-e", Self.script], environment: environment, deadline: .seconds(30), outputLimit: 0)
    var result = try await guest.run(command)
    if result.status != 0 {
      // Again for what it says: nothing in it depends on being done once.
      command.outputLimit = 4096
      command.environment["CASELAB_LATE"] = "0"
      result = try await guest.run(command)
    }
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed, "the node cannot be made one of its own\(StepRunner.tail(result))")
    }
  }

  /// Hexadecimal, from the system's random source.
  private static func random(_ bytes: Int) -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<bytes).map { _ in
      String(format: "%02x", UInt8.random(in: .min ... .max, using: &random))
    }.joined()
  }

  /// The clock goes on by what was missed, so that one that is wrong on purpose stays so
  /// (gettimeofday(2), settimeofday(2)). The kernel's generator takes the seed and makes its next
  /// numbers of it (RNDRESEEDCRNG, random(4)): not every kernel knows of generation IDs. The journal
  /// goes on where it is, under both IDs. One process, because each costs a tenth of a second under
  /// emulation.
  static let script = #"""
    use strict;
    my $time = pack("qq", 0, 0);
    syscall(96, $time, 0) == 0 or die "clock: $!";
    my ($seconds, $micro) = unpack("qq", $time);
    my $now = $seconds + $micro / 1e6 + $ENV{CASELAB_LATE};
    syscall(164, pack("qq", int($now), int(($now - int($now)) * 1e6)), 0) == 0 or die "clock: $!";
    open(my $random, ">", "/dev/urandom") or die "/dev/urandom: $!";
    syswrite($random, pack("H*", $ENV{CASELAB_SEED})) or die "/dev/urandom: $!";
    ioctl($random, 0x5207, 0) or die "RNDRESEEDCRNG: $!";
    sub get { open(my $f, "<", $_[0]) or return ""; local $/; my $t = <$f>; $t // "" }
    sub put {
      open(my $f, ">", "$_[0].new") or die "$_[0]: $!";
      chmod($_[2], $f); print $f $_[1]; close($f) or die "$_[0]: $!";
      rename("$_[0].new", $_[0]) or die "$_[0]: $!";
    }
    my ($old) = get("/etc/machine-id") =~ /^([0-9a-f]{32})$/m;
    put("/etc/machine-id", "$ENV{CASELAB_MACHINE_ID}\n", 0444);
    for my $logs ("/run/log/journal", "/var/log/journal") {
      symlink($old, "$logs/$ENV{CASELAB_MACHINE_ID}") if $old && -d "$logs/$old";
    }
    my $text = get($ENV{CASELAB_DESCRIPTION});
    if ($text) {
      $text =~ s/^  "case" : .*$/  "case" : "$ENV{CASELAB_CASE}",/m;
      $text =~ s/^  "run" : .*$/  "run" : $ENV{CASELAB_RUN},/m;
      put($ENV{CASELAB_DESCRIPTION}, $text, 0600);
    }
    """#
}
