// libxml2's HTML parser.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// ICU's headers clash with those of Foundation's own; only converters, which we never touch, need them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>

#endif
