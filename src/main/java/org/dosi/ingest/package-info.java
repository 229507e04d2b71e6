/// From a source through the checks into the store: every defect becomes an issue, every file is stored
/// whole or not at all. Start with [Importer].
@NullMarked
package org.dosi.ingest;

import org.jspecify.annotations.NullMarked;
