/// Findings and observations as OGC API, files and the map page.
@NullMarked
package org.dosi.product;

import org.jspecify.annotations.NullMarked;
