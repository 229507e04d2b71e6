/// How much is local and how much is carried in, and the episodes this makes, each with its class.
@NullMarked
package org.dosi.analysis.air.episodes;

import org.jspecify.annotations.NullMarked;
