package colophon.views.student;

import colophon.api.paging.Items;
import colophon.api.paging.Paging;
import colophon.api.problem.RequestProblem;
import colophon.events.privacy.ErasureListener;
import colophon.views.catalog.Program;
import colophon.views.export.ExportChapter;
import colophon.views.export.ExportChapterSource;
import colophon.views.reading.ViewSnapshot;
import colophon.views.reading.Viewer;
import colophon.views.reading.WarmUp;
import colophon.views.reading.actor.OfStudent;
import colophon.views.reading.past.SupportsTimeTravel;
import colophon.views.reading.past.TimeTravelSubject;
import colophon.views.student.StudentNameIndex.IndexedStudent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds students. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Students")
class StudentsApi implements WarmUp, ErasureListener, ExportChapterSource {

    private final NameReader names;
    private final StudentNameIndex order;

    StudentsApi(NameReader names) {
        this.names = names;
        this.order = new StudentNameIndex(names);
    }

    @Override
    public void prepare(ViewSnapshot views) {
        order.catchUp(views);
    }

    @Override
    public void forget(String studentId) {
        order.erase(studentId);
    }

    /**
     * A student. Names and email are null for an erased student, for one who {@code optedOut} if
     * the viewer does not need the name, and for one who is not known by name at the viewer's
     * institutions; then {@code optedOut} is null as well.
     */
    record StudentAnswer(
            @OfStudent String id,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            Set<String> programIds,
            @Nullable Boolean optedOut) {}

    @Override
    public ExportChapter chapter() {
        return ExportChapter.PERSON;
    }

    @Override
    public Object of(ViewSnapshot views, Viewer viewer, String studentId) {
        return student(views, viewer, studentId);
    }

    @GetMapping("/students")
    @Operation(summary = "Students by family name, given name and id; the erased come last")
    @ApiResponse(responseCode = "200", description = "One page of students")
    @ApiResponse(responseCode = "400", description = "A parameter is unknown or malformed")
    Items<StudentAnswer> students(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @Parameter(description = "What the given, family or full name begins with")
                    @RequestParam(required = false)
                    @Nullable String name,
            @Parameter(description = "The whole address; case is ignored")
                    @RequestParam(required = false)
                    @Nullable String email,
            @Parameter(description = "A program they declared for or attend")
                    @RequestParam(required = false)
                    @Nullable String programId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of("students", limit, cursor);
        order.catchUp(views);
        var items = new ArrayList<StudentAnswer>();
        var last = "";
        if (programId != null && isBehindSight(views, viewer, programId))
            return new Items<>(items, null);
        var start = start(paging, viewer);
        var found =
                names.namesEverybody()
                        ? order.after(start, name, email, programId)
                        : order.afterForOutsiders(
                                start,
                                paging.after(),
                                name,
                                email,
                                programId,
                                person -> isNamed(views, person),
                                viewer::sees);
        for (var person : found) {
            if (name != null && !person.nameBegins(StudentNameIndex.folded(name))) continue;
            if (email != null && !person.email().equals(StudentNameIndex.folded(email))) continue;
            var student = views.of(Student.VIEW).get(person.id());
            if (student == null || !student.isShownTo(viewer)) continue;
            if (programId != null && !student.programIds().contains(programId)) continue;
            if (justErased(person, student)) continue;
            if (items.size() == limit) return new Items<>(items, paging.cursor(last));
            items.add(answer(views, viewer, student));
            last = student.id();
        }
        return new Items<>(items, null);
    }

    @GetMapping("/students/{id}")
    @SupportsTimeTravel(TimeTravelSubject.STUDENT)
    @Operation(summary = "One student")
    @ApiResponse(responseCode = "200", description = "The student")
    @ApiResponse(responseCode = "404", description = "There is no such student")
    StudentAnswer student(
            @Parameter(hidden = true) ViewSnapshot views,
            @Parameter(hidden = true) Viewer viewer,
            @PathVariable String id) {
        return answer(views, viewer, Student.in(views, viewer, id));
    }

    /**
     * The cursor holds the id of a student: names must not appear in addresses, which are logged.
     */
    private String start(Paging paging, Viewer viewer) {
        if (paging.after().isEmpty()) return "";
        var key = order.keyOf(paging.after());
        var student = viewer.now().of(Student.VIEW).get(paging.after());
        // a forged cursor with another student's id would reveal where that name sorts
        if (key == null || student == null || !student.isShownTo(viewer))
            throw RequestProblem.INVALID_PARAMETER.because("cursor leads to no student any more");
        return key;
    }

    /**
     * True if the student was erased after the page was read. The student moves to the end of the
     * order, so a later page may contain them.
     */
    private boolean justErased(IndexedStudent person, Student student) {
        if (person.erased() || names.read(student).family() != null) return false;
        order.erase(person.id());
        return true;
    }

    private static boolean isBehindSight(ViewSnapshot views, Viewer viewer, String programId) {
        var program = views.of(Program.VIEW).get(programId);
        return program != null && !viewer.sees(program.institutionId());
    }

    private boolean isNamed(ViewSnapshot views, IndexedStudent person) {
        var student = views.of(Student.VIEW).get(person.id());
        return student != null && names.mayName(views, student);
    }

    private StudentAnswer answer(ViewSnapshot views, Viewer viewer, Student student) {
        var name = names.name(views, student);
        return new StudentAnswer(
                student.id(),
                name.given(),
                name.family(),
                name.email(),
                programs(views, viewer, student),
                Student.isKnownTo(viewer, student.id()) ? student.optedOut() : null);
    }

    private static Set<String> programs(ViewSnapshot views, Viewer viewer, Student student) {
        if (viewer.sight().isWhole() || viewer.sight().isOwn(student.id()))
            return student.programIds();
        return student.programIds().stream()
                .filter(programId -> !isBehindSight(views, viewer, programId))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
