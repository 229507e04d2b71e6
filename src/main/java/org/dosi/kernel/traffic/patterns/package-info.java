/// The regular patterns of a city's traffic, and the points and days that are alike.
@NullMarked
package org.dosi.kernel.traffic.patterns;

import org.jspecify.annotations.NullMarked;
