/// What is read on paper: the report and an episode's page.
@NullMarked
package org.dosi.product.air.page;

import org.jspecify.annotations.NullMarked;
