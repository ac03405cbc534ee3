package colophon.views.progress;

import colophon.events.money.Money;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.enrollment.Enrollment;
import colophon.views.offering.Offering;
import colophon.views.progress.CheapestWay.Need;
import colophon.views.reading.Edition;
import colophon.views.reading.View;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the views what progress and the price of finishing are made of. */
public final class Outlook {

    private final Edition views;
    private final Map<String, List<Course>> programs = new HashMap<>();
    private final Map<String, List<Course>> institutions = new HashMap<>();
    private final Map<String, List<Money>> prices = new HashMap<>();

    /** An outlook on one edition; what it has read it remembers, for one question. */
    public Outlook(Edition views) {
        this.views = views;
    }

    /** How far these enrollments of one student lead in one candidacy. */
    public Progress progress(
            Candidacy candidacy,
            Certificate certificate,
            List<Enrollment> enrollments,
            LocalDate today) {
        return Progress.of(
                certificate.requirement(candidacy.requirementVersion()),
                certificate,
                enrollments,
                today,
                () -> ids(ofProgram(certificate.programId())));
    }

    /** The certificate of a candidacy. Throws IllegalStateException if it cannot be read. */
    public Certificate certificate(Candidacy candidacy) {
        return View.existing(
                views.of(Certificate.VIEW).get(candidacy.certificateId()),
                "certificate",
                candidacy.certificateId());
    }

    /**
     * What all of a student's certificates of one institution still need beyond what is completed
     * or enrolled, at the best known prices.
     */
    public CheapestWay toCertificate(
            Institution institution,
            List<Candidacy> candidacies,
            List<Enrollment> enrollments,
            LocalDate today) {
        var attempts = Attempt.of(enrollments);
        var underway = new HashSet<String>();
        for (var enrollment : enrollments) {
            if (!enrollment.isUnderway()) continue;
            underway.add(enrollment.courseId());
            attempts.add(Attempt.of(enrollment, true, ends(enrollment, today)));
        }
        var needs = new ArrayList<Need>();
        for (var candidacy : candidacies)
            if (candidacy.institutionId().equals(institution.id()))
                addNeeds(candidacy, attempts, underway, today, needs);
        return CheapestWay.through(
                needs, id -> price(id, today), Money.zero(institution.currency()));
    }

    private void addNeeds(
            Candidacy candidacy,
            List<Attempt> attempts,
            Set<String> underway,
            LocalDate today,
            List<Need> needs) {
        var certificate = certificate(candidacy);
        var requirement = certificate.requirement(candidacy.requirementVersion());
        for (var leaf : Evaluation.of(requirement, certificate, attempts, today).leaves()) {
            if (leaf.missing() == 0) continue;
            var members = members(leaf.courses().of(), certificate);
            var eligible = new HashSet<>(members);
            eligible.removeAll(underway);
            leaf.hits().forEach(hit -> eligible.remove(hit.attempt().courseId()));
            needs.add(new Need(leaf.missing(), eligible, members));
        }
    }

    private LocalDate ends(Enrollment enrollment, LocalDate today) {
        var offering = views.of(Offering.VIEW).get(enrollment.offeringId());
        return offering == null || offering.endsOn().isBefore(today) ? today : offering.endsOn();
    }

    private Set<String> members(CourseSet set, Certificate certificate) {
        return switch (set) {
            case OfProgram _ -> new HashSet<>(ids(ofProgram(certificate.programId())));
            case OfInstitution _ -> new HashSet<>(ids(ofInstitution(certificate.institutionId())));
            case OfList list -> list.courseIds();
        };
    }

    /** The cheapest run that is still to begin, else the one that began last; null for none. */
    private @Nullable Money price(String courseId, LocalDate today) {
        var known =
                prices.computeIfAbsent(
                        courseId + " " + today,
                        _ -> {
                            var runs =
                                    views.of(Offering.VIEW).all("course", courseId).stream()
                                            .filter(run -> run.cancelled() == null)
                                            .toList();
                            var coming =
                                    runs.stream()
                                            .filter(run -> !run.startsOn().isBefore(today))
                                            .map(Offering::tuition)
                                            .sorted()
                                            .limit(1)
                                            .toList();
                            if (!coming.isEmpty() || runs.isEmpty()) return coming;
                            return List.of(runs.getLast().tuition());
                        });
        return known.isEmpty() ? null : known.getFirst();
    }

    private List<Course> ofProgram(String programId) {
        return programs.computeIfAbsent(programId, id -> views.of(Course.VIEW).all("program", id));
    }

    private List<Course> ofInstitution(String institutionId) {
        return institutions.computeIfAbsent(
                institutionId, id -> views.of(Course.VIEW).all("institution", id));
    }

    private static List<String> ids(List<Course> courses) {
        return courses.stream().map(Course::id).toList();
    }
}
