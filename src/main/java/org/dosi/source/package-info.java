/// One adapter for each feed: it reads the publisher's own files and says what stands in them. It
/// translates; it does not judge, store or compute.
///
/// Start with [ObservationSource], then read an adapter; [Sources] lists them all. Shared tools for reading
/// stand beside them: [SourceFile] opens (gz or not), [CsvTable] reads tables of text, [XlsxSheets] reads
/// workbooks. What an adapter cannot read in a cell or a row becomes an [org.dosi.model.Issue] and reading
/// goes on; a file that is not what its publisher publishes ends in one [SourceException], and nothing of
/// it is kept.
@NullMarked
package org.dosi.source;

import org.jspecify.annotations.NullMarked;
