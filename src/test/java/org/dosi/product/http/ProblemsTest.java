package org.dosi.product.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.function.ServerRequest;

final class ProblemsTest {

    private static final ServerRequest REQUEST =
            ServerRequest.create(new MockHttpServletRequest("GET", "/api/air/polar"), List.of());

    @Test
    void aClientThatWentAwayIsNoFaultOfTheServer() {
        Throwable gone = new AsyncRequestNotUsableException("no more", new IOException("Broken pipe"));

        assertThat(Problems.answer(gone, REQUEST).statusCode().value()).isEqualTo(499);
    }

    @Test
    void anyOtherFaultIsTheServers() {
        assertThat(Problems.answer(new BadRequest("from is no time"), REQUEST).statusCode().value())
                .isEqualTo(400);
    }
}
