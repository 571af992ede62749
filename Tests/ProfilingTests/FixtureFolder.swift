import Foundation
import Profiling

/// A folder of files for one test, removed with the value.
final class FixtureFolder {
  let path: String

  init(_ files: [String: String] = FixtureFolder.catalogue) throws {
    path =
      FileManager.default.temporaryDirectory.appending(
        path: "caselab-profiling-\(UUID().uuidString)"
      ).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func loaded() throws -> Catalogue { try Catalogue(folders: [path]) }

  static let catalogue = [
    "products/ftpserver.yaml": product,
    "products/ftpserver/server.conf.mustache": "Port {{port}}\n",
    "suites/transfer/suite.yaml": suite, "images/debian-11.yaml": image("11", "bullseye"),
    "images/debian-12.yaml": image("12", "bookworm"),
    "images/debian-13.yaml": image("13", "trixie"),
  ]

  static let product = """
    schema: caselab.product/1
    name: ftpserver
    title: FTPserver
    aliases: [ftpserverd, Example FTP Server]
    os: [debian]
    protocols:
      ftp: { port: 21 }
      ftps: { port: 21 }
      sftp: { port: 2222 }
    settings:
      passive_ports: { type: string, default: 49152-49407, pattern: '[0-9]+-[0-9]+' }
      require_tls: { type: bool, default: false, help: refuse log-ins without TLS }
      max_clients: { type: integer, default: 30 }
    accounts:
      - { name: writer, home: /srv/ftp/writer, writable: true }
    version:
      run: ftpserver -v 2>&1
      pattern: '([0-9.]+)'
    install:
      - name: packages
        timeout: 1800
        run: |
          # not an alias: *glob, and not an anchor: cmd &
          apt-get -qq install ftpserver >&2
    files:
      - { template: server.conf.mustache, path: /etc/ftpserver.conf, mode: 0640 }
    start:
      - { name: service, run: systemctl restart ftpserver }
    health: { run: 'true' }
    logs: [/var/log/ftpserver/*.log]

    """

  static let suite = """
    schema: caselab.suite/1
    name: transfer
    title: Files there and back
    run: ./run
    format: junit
    needs: { protocols: [ftp, ftps] }

    """

  static func image(_ version: String, _ suite: String, id: String = "debian") -> String {
    """
    schema: caselab.image/1
    name: \(id)-\(version)
    os: { id: \(id), version: '\(version)' }
    build: { suite: \(suite), packages: [systemd], disk_gib: 10 }

    """
  }

  /// Entries of an invented osinfo-db.
  static let osinfo = [
    entry(
      "debian.org", "debian", "11", "2021-08-14", "<upgrades id=\"http://debian.org/debian/10\"/>"),
    entry("debian.org", "debian", "10", "2019-07-06", "<eol-date>2022-09-10</eol-date>"),
    entry("redhat.com", "rhel", "8.5", "2021-11-09"),
    entry(
      "redhat.com", "rhel", "8.6", "2022-05-10",
      "<derives-from id=\"http://redhat.com/rhel/8.5\"/><eol-date>2029-05-31</eol-date>"),
    entry(
      "rocky.example", "rocky", "8.5", "2021-11-15", "<clones id=\"http://redhat.com/rhel/8.5\"/>"),
    entry("ubuntu.example", "ubuntu", "20.04", "2020-04-23"),
    entry("ubuntu.example", "ubuntu", "22.04", "2022-04-21"),
    entry("microsoft.com", "win", "2k19", "2018-11-13", family: "winnt"),
    entry(
      "loop.example", "loop", "1", "2020-01-01", "<upgrades id=\"http://loop.example/loop/1\"/>"),
  ].reduce(into: [String: String]()) { $0[$1.0] = $1.1 }

  private static func entry(
    _ host: String, _ id: String, _ version: String, _ date: String, _ more: String = "",
    family: String = "linux"
  ) -> (String, String) {
    (
      "os/\(host)/\(id)-\(version).xml",
      """
      <?xml version="1.0"?><libosinfo version="0.0.1">
      <os id="http://\(host)/\(id)/\(version)"><short-id>\(id)\(version)</short-id>
      <name>Invented \(version)</name><name xml:lang="de">Erfunden</name><family>\(family)</family>
      <release-date>\(date)</release-date>\(more)
      <resources arch="all"><minimum><ram>2147483648</ram></minimum>
      <recommended><ram>8589934592</ram></recommended></resources></os></libosinfo>
      """
    )
  }
}
