/// Congestion and reliability: from speeds, and, as far as it goes, from volumes.
@NullMarked
package org.dosi.analysis.traffic.congestion;

import org.jspecify.annotations.NullMarked;
