/// How much of a ticket is read: whatever somebody sends, memory and time stay bounded.
enum ReadingLimits {
  /// A letter, a tracker's export or an HTML file, whole in memory.
  static let wholeBytes = 24 << 20
  /// Of a longer text only the head is read, and its end for the last time stamps.
  static let headBytes = 1 << 20
  static let tailBytes = 16 << 10
  static let lineBytes = 16 << 10
  /// A file within a mail or an archive.
  static let innerBytes = 16 << 20
  /// Archive in mail in archive.
  static let nesting = 3
  static let documents = 500
  static let mailParts = 500
  static let mailsOfMailbox = 2_000
  static let archiveMembers = 200_000
  /// Of all of an archive's files that are kept in memory.
  static let archiveBytes = 256 << 20
  /// Files of one archive.
  static let archiveDocuments = 200
  /// Unpacked on the way to them.
  static let unpackedBytes = 16 << 30
  static let troubles = 100
}
