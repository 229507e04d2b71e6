/// Store → kernel → finding. What is said here of the data is said from the store alone, so that the
/// command line, the page and the catalogue say the same.
///
/// Start with [Inventory], which is what there is; [Catalogue] and [QualityReport] tell how good and from
/// where.
@NullMarked
package org.dosi.analysis;

import org.jspecify.annotations.NullMarked;
