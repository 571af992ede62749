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
  /// Whether the process in the guest ends when it has done so.
  var isFinal = true

  /// Starts the process that waits in the guest from before the save. A process that is started
  /// after a restore takes half a second under emulation: nothing of it is translated yet.
  static func listen(in guest: any Guest) async throws {
    let result = try await guest.run(
      GuestCommand(
        ["perl", "-e", script, ConsoleKind.identityPort, StepEnvironment.description],
        deadline: .seconds(30), outputLimit: 4096))
    guard result.status == 0 else {
      throw CaselabError(
        .labFailed, "nothing waits in the node to make it one of its own\(StepRunner.tail(result))")
    }
  }

  /// Tells that process, and waits until it is done.
  ///
  /// - Parameter line: the node's, connected since before it ran on.
  func tell(_ line: any ConsoleStream, within patience: Duration) async throws {
    let words = [
      String(format: "%.6f", late), Self.random(64), Self.random(16), isFinal ? "leave" : "stay",
      String(run), caseID.text,
    ]
    try await line.write(Array((words.joined(separator: " ") + "\n").utf8))
    let answer = try await Self.answer(on: line, within: patience)
    guard answer == "ok" else {
      throw CaselabError(
        .labFailed, "the node cannot be made one of its own: \(answer.printable(limit: 300))")
    }
  }

  private static func answer(
    on line: any ConsoleStream, within patience: Duration
  ) async throws -> String {
    try await withThrowingTaskGroup(of: String.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        while bytes.count < 1024, let more = try await line.read() {
          bytes += more
          if let end = bytes.firstIndex(of: 10) {
            return String(decoding: bytes[..<end], as: UTF8.self)
          }
        }
        return "the line to it broke"
      }
      group.addTask {
        try await Task.sleep(for: patience)
        return "no answer after \(patience.components.seconds) s"
      }
      defer { group.cancelAll() }
      return try await group.next() ?? ""
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
  /// goes on where it is, under both IDs; that comes last, because nobody asks for it so soon. Files
  /// are written where they stand and keep their length, because nobody reads them yet and anything
  /// else takes longer. What can be looked up before the save is.
  ///
  /// Reads nothing while the host is not connected, so it asks again, for a minute.
  static let script = #"""
    use strict;
    my ($port, $description) = @ARGV;
    open(my $line, "+<", $port) or die "$port: $!\n";
    defined(my $child = fork) or die "fork: $!\n";
    exit 0 if $child;
    open(STDIN, "<", "/dev/null"); open(STDOUT, ">", "/dev/null"); open(STDERR, ">", "/dev/null");
    $0 = "caselab: waits to be told who this machine is";
    sub get { open(my $f, "<", $_[0]) or return ""; local $/; my $t = <$f>; $t // "" }
    sub put {
      my ($path, $text, $length) = @_;
      $text .= "\n" x ($length - length $text);
      sysopen(my $f, $path, 0102, 0644) or die "$path: $!\n";
      syswrite($f, $text) == length $text or die "$path: $!\n";
      close($f) or die "$path: $!\n";
    }
    my ($ids, $old, $text, @parts);
    sub look {
      $ids = get("/etc/machine-id");
      ($old) = $ids =~ /^([0-9a-f]{32})$/m;
      $text = get($description);
      @parts = split(/^  "(?:case|run)" : .*$/m, $text);
    }
    sub become {
      my ($late, $seed, $id, $run, $case) = @_;
      my $time = pack("qq", 0, 0);
      syscall(96, $time, 0) == 0 or die "clock: $!\n";
      my ($seconds, $micro) = unpack("qq", $time);
      my $now = $seconds + $micro / 1e6 + $late;
      syscall(164, pack("qq", int($now), int(($now - int($now)) * 1e6)), 0) == 0
        or die "clock: $!\n";
      open(my $random, ">", "/dev/urandom") or die "/dev/urandom: $!\n";
      syswrite($random, pack("H*", $seed)) or die "/dev/urandom: $!\n";
      ioctl($random, 0x5207, 0) or die "RNDRESEEDCRNG: $!\n";
      put("/etc/machine-id", "$id\n", length $ids);
      put($description,
        qq($parts[0]  "case" : "$case",$parts[1]  "run" : $run,$parts[2]), length $text)
        if @parts > 2;
    }
    my ($heard, $alone) = ("", 0);
    look();
    while ($alone < 600) {
      if (!sysread($line, $heard, 4096, length $heard)) {
        select(undef, undef, undef, 0.1);
        $alone++;
        next;
      }
      $alone = 0;
      my $end = index($heard, "\n");
      next if $end < 0;
      my ($late, $seed, $id, $stay, $run, $case) = split(/ /, substr($heard, 0, $end), 6);
      substr($heard, 0, $end + 1) = "";
      my $answer = eval { become($late, $seed, $id, $run, $case); 1 } ? "ok\n" : $@;
      syswrite($line, $answer) unless $stay eq "stay";
      for my $logs ("/run/log/journal", "/var/log/journal") {
        symlink($old, "$logs/$id") if $old && -d "$logs/$old";
      }
      exit 0 if $stay ne "stay";
      look();
      syswrite($line, $answer);
    }
    """#
}
