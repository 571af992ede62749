/// Where a suite lives in the guest.
struct GuestPaths {
  let root: String
  init(suite: String, under folder: String = "/var/lib/caselab/suites") {
    root = folder + "/" + suite
  }

  var files: String { root + "/files" }
  var run: String { root + "/run.sh" }
  var wrapper: String { root + "/wrapper.sh" }
  var output: String { root + "/output.log" }
  /// Empty until the suite has ended; then its exit status, its seconds and the bytes left out.
  var status: String { root + "/status" }
  var results: String { root + "/results" }
}

/// The scripts that the runner needs in the guest; values reach them in the environment.
enum GuestScripts {
  static let prepare = """
    rm -rf "$CASELAB_SUITE_ROOT"
    mkdir -p "$CASELAB_SUITE_ROOT/files"
    cd "$CASELAB_SUITE_ROOT/files"
    for each; do mkdir -p "./$each"; done
    cd ..
    : >output.log
    : >status
    """

  /// Comes back at once; what it started has a session of its own.
  static let start = """
    cd "$CASELAB_SUITE_ROOT"
    setsid sh ./wrapper.sh </dev/null >/dev/null 2>&1 &
    """

  /// Kills whatever the suite started, told by its environment: a process can leave its session
  /// and its parent, but not that.
  static let kill = """
    for again in 1 2 3 4 5; do
      found=$(grep -lszxF "CASELAB_SUITE_PROCESS=$CASELAB_SUITE_TOKEN" /proc/[0-9]*/environ || :)
      [ -n "$found" ] || break
      for each in $found; do
        each=${each#/proc/}
        kill -KILL "${each%/environ}" 2>/dev/null || :
      done
    done
    """

  /// dd(1) writes each piece as it comes; what is beyond the limit is read and counted, so that the
  /// suite neither fills the disk nor dies of a closed pipe.
  static let wrapper = """
    export PATH="${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}"
    export HOME="${HOME:-/root}"
    seconds() { read -r up rest </proc/uptime; echo "${up%.*}"; }
    {
      began=$(seconds)
      status=0
      cd files
      CASELAB_SUITE_PROCESS=$CASELAB_SUITE_TOKEN \\
        timeout --kill-after=10 "$CASELAB_SUITE_SECONDS" sh -eu ../run.sh 2>&1 || status=$?
      cd ..
      \(kill)
      echo "$status $(($(seconds) - began))" >status.new
    } | {
      dd of=output.log bs=65536 iflag=count_bytes count="$CASELAB_SUITE_OUTPUT" status=none
      wc -c >dropped
    }
    cat dropped >>status.new
    mv status.new status
    """
}

/// What the wrapper says at the end: `0 12`, then `0`.
struct SuiteStatus: Equatable {
  var status: Int
  var seconds: Int
  var dropped: Int

  /// Nil when the bytes are not a whole status.
  init?(_ bytes: [UInt8]) {
    let numbers = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map { Int($0) }
    guard numbers.count == 3, bytes.last == UInt8(ascii: "\n"), let status = numbers[0],
      let seconds = numbers[1], let dropped = numbers[2]
    else { return nil }
    self.status = min(255, max(0, status))
    self.seconds = max(0, seconds)
    self.dropped = max(0, dropped)
  }
}
