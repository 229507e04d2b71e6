/// What an analysis gives back, whatever its science: a table, details and where it comes from; and how it is
/// asked for.
@NullMarked
package org.dosi.analysis.finding;

import org.jspecify.annotations.NullMarked;
