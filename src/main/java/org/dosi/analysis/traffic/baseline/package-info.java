/// What is expected of each datastream, and which of its values only a faulty detector can have seen.
@NullMarked
package org.dosi.analysis.traffic.baseline;

import org.jspecify.annotations.NullMarked;
