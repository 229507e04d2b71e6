/// What the next hours bring, and how well that was foretold before.
@NullMarked
package org.dosi.analysis.traffic.forecast;

import org.jspecify.annotations.NullMarked;
