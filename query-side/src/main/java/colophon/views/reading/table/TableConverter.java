package colophon.views.reading.table;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Writes tables row by row, as downloads. */
final class TableConverter implements HttpMessageConverter<Table> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == Table.class;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return Arrays.stream(TableFormat.values()).map(TableFormat::mediaType).toList();
    }

    @Override
    public Table read(Class<? extends Table> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Tables are only written", input);
    }

    @Override
    public void write(Table table, @Nullable MediaType contentType, HttpOutputMessage output)
            throws IOException {
        var form = table.form();
        output.getHeaders().setContentType(form.mediaType());
        output.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment()
                                .filename(table.name() + "." + form.ending())
                                .build());
        try {
            switch (form) {
                case CSV -> CsvFile.write(table, output.getBody());
                case XLSX -> XlsxFile.write(table, output.getBody());
            }
            output.getBody().flush();
        } catch (RuntimeException e) {
            if (isOnItsWay(output)) throw new BrokenOffException(e);
            throw e;
        }
    }

    private static boolean isOnItsWay(HttpOutputMessage output) {
        return output instanceof ServletServerHttpResponse response
                && response.getServletResponse().isCommitted();
    }

    /**
     * The client already has a part. Only a broken connection tells it that the rest is missing.
     */
    private static final class BrokenOffException extends RuntimeException {
        BrokenOffException(RuntimeException cause) {
            super("A table broke off: " + cause.getMessage());
            addSuppressed(cause); // a cause would be handled in its place
        }
    }
}
