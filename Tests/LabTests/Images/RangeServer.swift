import Foundation
import Subprocess
import Testing

@testable import Lab

/// An HTTP server on loopback for one file: serves ranges, or breaks off, or ignores ranges.
struct RangeServer: Sendable {
  var url: String
  private var counts: String

  /// - Parameter answers: one word for each request in turn, the last for the rest: `full`, `break`
  ///   (half of it, then the connection ends), `norange`.
  static func serving(
    _ file: String, answers: String, in scratch: Scratch,
    _ body: (RangeServer) async throws -> Void
  ) async throws {
    let port = scratch.path("port-" + UUID().uuidString)
    let counts = scratch.path("counts-" + UUID().uuidString)
    _ = try await Subprocess.run(
      .name("python3"), arguments: ["-c", script, file, answers, port, counts],
      input: .none, output: .sequence, error: .discarded
    ) { execution in
      for try await buffer in execution.standardOutput where !buffer.isEmpty { break }
      let number = try String(contentsOfFile: port, encoding: .utf8)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      try await body(RangeServer(url: "http://127.0.0.1:\(number)/image", counts: counts))
      await execution.teardown(using: [])
    }
  }

  /// Where each request began, and how many bytes it was given.
  func requests() throws -> [[Int]] {
    try String(contentsOfFile: counts, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Int($0) }
    }
  }

  private static let script = #"""
    import http.server
    import re
    import sys

    path, answers, port_file, counts_file = sys.argv[1:]
    answers = answers.split(",")
    data = open(path, "rb").read()


    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            start = int(match[1]) if match and answer != "norange" else 0
            body = data[start:]
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if answer == "break":
                body = body[: len(body) // 2]
            with open(counts_file, "a") as counts:
                counts.write(f"{start} {len(body)}\n")
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, *_):
            pass


    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        with open(port_file, "w") as file:
            file.write(f"{server.server_port}\n")
        print("ready", flush=True)
        server.serve_forever()
    """#
}
