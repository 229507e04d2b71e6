/// `./dosi air`: one subcommand for each analysis that [org.dosi.product.air.AirOffers] lists.
@NullMarked
package org.dosi.app.air;

import org.jspecify.annotations.NullMarked;
