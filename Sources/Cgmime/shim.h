// GMime's C API with GObject's casts, which are macros, as functions.
#ifndef CGMIME_SHIM_H
#define CGMIME_SHIM_H

#include <fcntl.h>
#include <gmime/gmime.h>

typedef enum {
  CGMIME_PART,
  CGMIME_MULTIPART,
  CGMIME_MESSAGE,
  CGMIME_OTHER
} cgmime_kind;

static inline cgmime_kind cgmime_kind_of(GMimeObject *object) {
  if (GMIME_IS_MESSAGE_PART(object)) return CGMIME_MESSAGE;
  if (GMIME_IS_MULTIPART(object)) return CGMIME_MULTIPART;
  return GMIME_IS_PART(object) ? CGMIME_PART : CGMIME_OTHER;
}

static inline void cgmime_free(void *object) {
  if (object != NULL) g_object_unref(object);
}

// Copies the bytes.
static inline GMimeStream *cgmime_memory(const char *bytes, size_t count) {
  return g_mime_stream_mem_new_with_buffer(bytes, count);
}

// NULL when the file cannot be opened.
static inline GMimeStream *cgmime_file(const char *path) {
  return g_mime_stream_fs_open(path, O_RDONLY | O_CLOEXEC, 0, NULL);
}

static inline GMimeParser *cgmime_parser(GMimeStream *stream, gboolean mbox) {
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  return parser;
}

static inline int cgmime_count(GMimeObject *multipart) {
  return g_mime_multipart_get_count((GMimeMultipart *)multipart);
}

static inline GMimeObject *cgmime_child(GMimeObject *multipart, int index) {
  return g_mime_multipart_get_part((GMimeMultipart *)multipart, index);
}

static inline GMimeMessage *cgmime_message(GMimeObject *part) {
  return g_mime_message_part_get_message((GMimeMessagePart *)part);
}

static inline const char *cgmime_filename(GMimeObject *part) {
  return g_mime_part_get_filename((GMimePart *)part);
}

static inline const char *cgmime_parameter(GMimeObject *object, const char *name) {
  return g_mime_object_get_content_type_parameter(object, name);
}

// `text/plain`; to be freed with g_free().
static inline char *cgmime_type(GMimeObject *object) {
  GMimeContentType *type = g_mime_object_get_content_type(object);
  return type == NULL ? NULL : g_mime_content_type_get_mime_type(type);
}

// The decoded content, `limit` bytes of it at most; NULL for a part without any.
static inline GByteArray *cgmime_content(GMimeObject *part, size_t limit) {
  GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
  GMimeStream *stream = content == NULL ? NULL : g_mime_data_wrapper_get_stream(content);
  if (stream == NULL) return NULL;
  g_mime_stream_reset(stream);
  GMimeStream *decoded = g_mime_stream_filter_new(stream);
  GMimeFilter *decoder = g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), FALSE);
  g_mime_stream_filter_add((GMimeStreamFilter *)decoded, decoder);
  g_object_unref(decoder);
  GByteArray *bytes = g_byte_array_new();
  char chunk[16384];
  ssize_t count;
  while (bytes->len < limit && (count = g_mime_stream_read(decoded, chunk, sizeof chunk)) > 0) {
    size_t room = limit - bytes->len;
    g_byte_array_append(bytes, (const guint8 *)chunk, (size_t)count < room ? count : room);
  }
  g_object_unref(decoded);
  return bytes;
}

// The first of a list as name and address, each NULL when there is none; they live as long as the message.
static inline void cgmime_first(
    InternetAddressList *list, const char **name, const char **address) {
  *name = *address = NULL;
  InternetAddress *first =
      list == NULL || internet_address_list_length(list) < 1
          ? NULL : internet_address_list_get_address(list, 0);
  if (first == NULL) return;
  *name = internet_address_get_name(first);
  if (INTERNET_ADDRESS_IS_MAILBOX(first))
    *address = internet_address_mailbox_get_addr((InternetAddressMailbox *)first);
}

static inline void cgmime_sender(GMimeMessage *message, const char **name, const char **address) {
  cgmime_first(g_mime_message_get_from(message), name, address);
}

static inline void cgmime_recipient(
    GMimeMessage *message, const char **name, const char **address) {
  cgmime_first(
      g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO), name, address);
}

static inline gboolean cgmime_is_of_list(GMimeMessage *message) {
  return g_mime_object_get_header((GMimeObject *)message, "List-Id") != NULL;
}

// Seconds since 1970; FALSE without a readable Date header.
static inline gboolean cgmime_date(GMimeMessage *message, gint64 *seconds) {
  GDateTime *date = g_mime_message_get_date(message);
  if (date == NULL) return FALSE;
  *seconds = g_date_time_to_unix(date);
  return TRUE;
}

#endif
