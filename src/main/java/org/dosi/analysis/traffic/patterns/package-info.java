/// How the city regularly moves: its patterns, and the points and days that are alike.
@NullMarked
package org.dosi.analysis.traffic.patterns;

import org.jspecify.annotations.NullMarked;
