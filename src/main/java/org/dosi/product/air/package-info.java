/// The findings of air as plots, over HTTP and as pages. [org.dosi.product.air.AirOffers] lists all of them.
@NullMarked
package org.dosi.product.air;

import org.jspecify.annotations.NullMarked;
