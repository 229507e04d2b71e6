/// From a source to the store: what is read is checked, and what fails a check is flagged or counted.
///
/// [QualityControl] applies the tests of `org.dosi.kernel.quality` by the rules of `quality-rules.csv`.
@NullMarked
package org.dosi.ingest;

import org.jspecify.annotations.NullMarked;
