import Testing

@testable import Intake

@Suite struct SignatureTests {
  @Test(arguments: [
    "-- \nRobin Example\nLinux since 1998", "Kind regards,\nRobin Example\nPhone: +49 30 000000",
    "Mit freundlichen Grüßen\n\nRobin Example\nBeispiel GmbH\nTel.: 030 000000\nwww.example.com",
    "Cordialement,\nRobin Exemple", "Saludos,\nRobin", "Atenciosamente,\nRobin",
    "Met vriendelijke groet,\nRobin", "Pozdrawiam\nRobin", "Thanks, Robin", "Sent from my iPhone",
    "Von meinem iPhone gesendet",
  ])
  func theEndOfALetterIsNobodysAnswer(_ end: String) throws {
    let read = try readDocument("It is 1.3.8 on Debian 12.\n\n\(end)\n")
    #expect(read.texts(of: .customer) == ["It is 1.3.8 on Debian 12."])
  }

  @Test(arguments: [
    "This e-mail and any attachments are confidential and intended solely for the addressee. If you received it in error, delete it.",
    "Diese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.",
    "Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leurs destinataires.",
    "Este mensaje es confidencial y se dirige exclusivamente a su destinatario.",
    "Esta mensagem é confidencial e destina-se exclusivamente ao destinatário.",
    "Dit e-mailbericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Dit bericht is klein.",
    "Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata.",
    "This email has been checked for viruses by an antivirus program, www.scanner.example",
    "CAUTION: This email originated from outside of the organization.",
  ])
  func noticesAreNobodysAnswer(_ notice: String) throws {
    let read = try readDocument("It is 1.3.8.\n\n\(notice)\n")
    #expect(read.texts(of: .customer) == ["It is 1.3.8."])
  }

  @Test(arguments: [
    "Thanks,\nwe run 1.3.8 on Debian 12 with a proxy in front of it.",
    "Regards,\nRobin\n\nOS: Debian 12", "Regards,\nRobin\n\nPS: it is 1.3.8",
    "Thanks to the proxy it works", "The attached log is confidential. We run 1.3.8.",
    "Regards,\nRobin\n\n2026-03-02 08:14:55 files proftpd[1]: started",
    "--\nVersion: 1.3.8", "Best practice is followed",
    "We have an antivirus that checks mail and files: ClamAV",
  ])
  func whatOnlyLooksLikeAnEndIsStillTheCustomers(_ text: String) throws {
    let read = try readDocument("Hello,\n\n\(text)\n")
    #expect(read.texts(of: .customer).last == text.split(separator: "\n").last.map(String.init))
  }
}
