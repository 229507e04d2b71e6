/// How requests are read and answers written: the same for every resource.
@NullMarked
package org.dosi.product.http;

import org.jspecify.annotations.NullMarked;
