import CaseModel

/// One readable piece of a ticket: a message's text, an attachment, a member of a bundle.
struct Document {
  enum Kind: Equatable {
    /// Words that somebody wrote: a mail, an issue with its comments, a chat, a form.
    case letter
    /// A file that somebody attached: a log, a configuration, output of a command.
    case attachment
    /// A member of a support bundle, by its path in it below the bundle's own folder.
    case bundle(path: String)
  }

  /// `mail.eml`, `mail.eml: server.log`, `sosreport.tar.xz: etc/os-release`.
  var name: String
  var kind: Kind
  var lines: [Line]
  /// Lines of a long log that were only counted; they stand before the last few of `lines`.
  var omitted = 0
}
