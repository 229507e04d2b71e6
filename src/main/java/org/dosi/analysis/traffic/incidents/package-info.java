/// What was out of the ordinary, where, when and how surely.
@NullMarked
package org.dosi.analysis.traffic.incidents;

import org.jspecify.annotations.NullMarked;
