package colophon.commands.imports.running;

import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.imports.FinishCancellation;
import colophon.commands.imports.FinishImport;
import colophon.commands.imports.Import;
import colophon.commands.imports.rows.ImportFiles;
import colophon.commands.imports.rows.ImportTarget;
import colophon.commands.imports.rows.InvalidRowException;
import colophon.commands.imports.rows.RowFile;
import colophon.commands.imports.rows.RowFile.Row;
import colophon.commands.imports.rows.RowKeys;
import colophon.commands.imports.rows.RowMapping;
import colophon.commands.imports.rows.RowOutcome;
import colophon.commands.imports.running.RowSender.Starter;
import colophon.events.imports.ImportStarted;

import jakarta.validation.Validator;

import org.axonframework.common.AxonTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;

/** Carries out the rows of an import, or counts those of a cancelled one. */
final class ImportExecution {

    private static final Logger LOG = LoggerFactory.getLogger(ImportExecution.class);

    /** What a row is answered that ended in an error of the server. */
    static final String FAILED = "The row could not be handled; the log of the server says why.";

    private final RowSender sender;
    private final ImportFiles files;
    private final JsonMapper json;
    private final Validator validator;

    ImportExecution(RowSender sender, ImportFiles files, JsonMapper json, Validator validator) {
        this.sender = sender;
        this.files = files;
        this.json = json;
        this.validator = validator;
    }

    /** Carries out the rows that have no result yet. False if the file is not here. */
    boolean carryOut(Import.Running running, RowProgress progress) {
        var as = running.as();
        if (running.cancellation() == null) {
            if (!Files.exists(files.rows(as))) {
                LOG.error("Import {}: its file is gone; send it again to continue", as.importId());
                return false;
            }
            try {
                carryOutRows(as, progress);
                files.forget(as.importId());
                return true;
            } catch (AuthorizationEndedException e) {
                sender.end(as.importId(), e);
            }
        }
        // across processes and restarts
        var counts = RowSender.counted(as, line -> sender.kept(line, RowKeys.keyed(as, line)));
        sender.settle(
                new FinishCancellation(
                        as.importId(), counts.accepted(), counts.refused(), counts.repeated()));
        files.forget(as.importId());
        logEnd(as, "cancelled", counts);
        return true;
    }

    private void carryOutRows(ImportStarted as, RowProgress progress) {
        var target = ImportTarget.of(as.kind());
        var form = RowMapping.of(as.kind(), json, validator);
        var starter =
                new Starter(
                        as.startedBy(),
                        as.grant(),
                        target.request().name(),
                        as.institutionIds(),
                        progress);
        sender.askAgain(starter);
        try (var lanes = new KeyedExecutor()) {
            new RowFile(files.rows(as))
                    .each(
                            row ->
                                    lanes.put(
                                            row.cells().getOrDefault(target.lane(), ""),
                                            () ->
                                                    progress.count(
                                                            answered(as, row, form, starter))));
        }
        sender.settle(
                new FinishImport(
                        as.importId(),
                        progress.accepted(),
                        progress.refused(),
                        progress.repeated()));
        logEnd(as, "done", progress);
    }

    private static void logEnd(ImportStarted as, String how, RowProgress progress) {
        LOG.info(
                "Import {} {}: {} rows accepted, {} refused, {} repeated",
                as.importId(),
                how,
                progress.accepted(),
                progress.refused(),
                progress.repeated());
    }

    private RowOutcome answered(ImportStarted as, Row row, RowMapping form, Starter starter) {
        var within =
                RowKeys.origin(
                        as.importId(),
                        RowKeys.scope(as),
                        form.named(row.cells()),
                        false,
                        RowKeys.rowKey(as, row.line()));
        return sender.untilAnswered(
                as.importId(),
                row.line(),
                CommandRequest.of("", within),
                starter,
                () -> send(as, row, form, within));
    }

    private void send(ImportStarted as, Row row, RowMapping form, InternalOrigin within) {
        var target = ImportTarget.of(as.kind());
        try {
            var request = form.request(row.cells(), RowKeys.idOfItsOwn(as.digest(), row.line()));
            sender.send(target, request, within);
        } catch (InvalidRowException e) {
            sender.refuse(within, e.detail());
        } catch (AxonTransientException e) {
            throw e; // the row has no result yet: it is sent again
        } catch (RuntimeException e) {
            LOG.error("Import {}, line {}", as.importId(), row.line(), e);
            sender.refuse(within, FAILED);
        }
    }
}
