"""Every closed list of words the record uses, each word with its one-line definition.

A new word is one new member here: the sheet check, the template, the datapackage, the
codebook and the glossary all read these enumerations. Where pages show it, a test asks
for its words in the catalog.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self


class Term(StrEnum):
    """One word of a vocabulary; `definition` says in one line what it means."""

    definition: str

    if TYPE_CHECKING:
        # Looked up by its value: Disclosure("public").
        def __new__(cls, value: object) -> Self: ...

    else:

        def __new__(cls, value: str, definition: str) -> Self:
            member = str.__new__(cls, value)
            member._value_ = value
            member.definition = definition
            return member


class Lane(Term):
    """The row of a timeline in which an event is drawn."""

    CUSTODY = "custody", "Held, seized, tortured, searched or set free."
    PROCEEDINGS = "proceedings", "What courts, prosecutors and offices did or were asked to do."
    MOVEMENT = "movement", "Where the person went, was taken or was stopped."
    THREATS = "threats", "Threats, attacks and reprisals against the person or relatives."
    RESPONSE = "response", "Protection, help, reports and the answers of states and the public."
    BACKGROUND = "background", "What came before the persecution and explains it."


class EventType(Term):
    """What kind of thing happened; each kind belongs to one lane."""

    lane: Lane

    if not TYPE_CHECKING:

        def __new__(cls, value: str, lane: Lane, definition: str) -> Self:
            member = str.__new__(cls, value)
            member._value_ = value
            member.lane = lane
            member.definition = definition
            return member

    DETENTION = "detention", Lane.CUSTODY, "Held by officials of a state, lawfully or not."
    ABDUCTION = "abduction", Lane.CUSTODY, "Seized by force outside any procedure."
    TORTURE = "torture", Lane.CUSTODY, "Severe pain inflicted on a person who is held."
    IMPRISONMENT = "imprisonment", Lane.CUSTODY, "A period in a prison, colony or closed centre."
    DISAPPEARANCE = (
        "disappearance",
        Lane.CUSTODY,
        "Taken, with the fate or whereabouts concealed since.",
    )
    RELEASE = "release", Lane.CUSTODY, "Set free, with or without conditions."
    SEARCH = "search", Lane.CUSTODY, "A home searched or a person taken for questioning."

    CRIMINAL_CASE = "criminal_case", Lane.PROCEEDINGS, "A criminal case or charge is opened."
    WANTED_NOTICE = "wanted_notice", Lane.PROCEEDINGS, "The person is put on a wanted list."
    CONVICTION = "conviction", Lane.PROCEEDINGS, "A court finds a person guilty or sentences them."
    HEARING = "hearing", Lane.PROCEEDINGS, "A court or commission sits, with or without deciding."
    COURT_DECISION = "court_decision", Lane.PROCEEDINGS, "A court decides something else."
    DEADLINE = (
        "deadline",
        Lane.PROCEEDINGS,
        "A day set in advance: a hearing date, an expiry, a time limit.",
    )
    EXTRADITION_REQUEST = (
        "extradition_request",
        Lane.PROCEEDINGS,
        "One state asks another to hand the person over.",
    )
    EXTRADITION_DECISION = (
        "extradition_decision",
        Lane.PROCEEDINGS,
        "A hand-over is granted, refused or suspended.",
    )
    ASYLUM_APPLICATION = "asylum_application", Lane.PROCEEDINGS, "Protection is asked for."
    ASYLUM_DECISION = "asylum_decision", Lane.PROCEEDINGS, "Protection is granted or refused."
    REMOVAL_DECISION = (
        "removal_decision",
        Lane.PROCEEDINGS,
        "An expulsion or deportation is opened or ordered.",
    )
    COMPLAINT = "complaint", Lane.PROCEEDINGS, "A complaint or appeal by or for the person."
    INTERIM_MEASURE = (
        "interim_measure",
        Lane.PROCEEDINGS,
        "An international body asks a state to hold its hand.",
    )
    OFFICIAL_INQUIRY = "official_inquiry", Lane.PROCEEDINGS, "Officials inquire, or decline to."

    DEPARTURE = "departure", Lane.MOVEMENT, "The person left a place or country."
    BORDER_CROSSING = "border_crossing", Lane.MOVEMENT, "The person crossed a border."
    ARRIVAL = "arrival", Lane.MOVEMENT, "The person came to a place or country."
    BORDER_STOP = "border_stop", Lane.MOVEMENT, "The person was stopped when leaving or entering."
    RESIDENCE = "residence", Lane.MOVEMENT, "The person was living or staying somewhere."

    THREAT = "threat", Lane.THREATS, "Harm is announced to the person or relatives."
    ATTACK = "attack", Lane.THREATS, "An assault or attempt on life."
    PLOT = "plot", Lane.THREATS, "An assault prepared or suspected, not carried out."
    REPRISAL = (
        "reprisal",
        Lane.THREATS,
        "Harm done to relatives or associates in the person's place.",
    )
    KILLING = "killing", Lane.THREATS, "A person is killed, or is said to have been."
    FORCED_STATEMENT = (
        "forced_statement",
        Lane.THREATS,
        "A public apology or renunciation, forced or said to be.",
    )
    DENUNCIATION = "denunciation", Lane.THREATS, "A public act or campaign against the person."
    RUMOUR = "rumour", Lane.THREATS, "An unconfirmed report of harm."

    STATEMENT = "statement", Lane.RESPONSE, "A state, body or person says something in public."
    DENIAL = "denial", Lane.RESPONSE, "Officials deny what is reported."
    REPORT = "report", Lane.RESPONSE, "A body publishes findings."
    PUBLICATION = "publication", Lane.RESPONSE, "A newsroom or witness makes something known."
    PETITION = "petition", Lane.RESPONSE, "A public appeal, petition or rally for the person."
    SANCTION = "sanction", Lane.RESPONSE, "A state punishes those held responsible."
    REFUGE_OFFER = "refuge_offer", Lane.RESPONSE, "A state is ready to take the person in."
    ASSISTANCE = "assistance", Lane.RESPONSE, "Evacuation, resettlement or other help."
    REAPPEARANCE = "reappearance", Lane.RESPONSE, "A person thought lost is heard of again."

    BIRTH = "birth", Lane.BACKGROUND, "The person was born."
    ACTIVISM = "activism", Lane.BACKGROUND, "The work or speech for which the person is pursued."
    ENCOUNTER = "encounter", Lane.BACKGROUND, "A meeting or clash with which it began."
    HEALTH = "health", Lane.BACKGROUND, "Illness or injury."
    CONTEXT = "context", Lane.BACKGROUND, "A law, ruling or policy that bears on the case."


class VerificationStatus(Term):
    """Our judgement of an event as a whole; never computed from a count of reports."""

    VERIFIED = "verified", "Confirmed by a decision, a document or by all sides."
    PARTLY_VERIFIED = "partly_verified", "The core is confirmed; particulars rest on a single side."
    UNVERIFIED = "unverified", "Reported, and nobody independent has confirmed it."
    DISPUTED = "disputed", "Sources or parties contradict each other on whether it happened."
    REFUTED = "refuted", "Shown to be false; kept because it was published."


class Disclosure(Term):
    """Who may see a row, whatever its truth. Empty or unknown text counts as restricted."""

    PUBLIC = "public", "May be published."
    RESTRICTED = "restricted", "For the newsroom only; never written to the store."
    WITHHELD = "withheld", "Held back for somebody's safety; never written to the store."


class PlacePrecision(Term):
    """How finely a place is known, finest first."""

    SITE = "site", "A building, airport or crossing point."
    SETTLEMENT = "settlement", "A town or village; the point is its centre."
    DISTRICT = "district", "A second-level unit or a city's surroundings."
    REGION = "region", "A first-level unit of a country (ISO 3166-2)."
    COUNTRY = "country", "Only the country is known; it has no point."
    UNDISCLOSED = "undisclosed", "Not known or not said; it has no point."


class LegKind(Term):
    """How a person came to move from one place to another."""

    OWN_FLIGHT = "own_flight", "Fled or left on their own."
    OWN_TRAVEL = "own_travel", "Travelled on their own without fleeing."
    FORCED_TRANSFER = "forced_transfer", "Taken against their will outside any procedure."
    CUSTODY_TRANSFER = "custody_transfer", "Moved by officials while held."
    DEPORTATION = "deportation", "Removed under immigration law."
    EXTRADITION = "extradition", "Handed over to another state for prosecution."
    RELOCATION = "relocation", "Brought to safety by a state or organisation."


class LegStatus(Term):
    """Whether the movement took place."""

    TRAVELLED = "travelled", "It took place."
    REQUESTED = "requested", "A state asked for it; it has not taken place."
    THREATENED = "threatened", "It was announced or ordered; it has not taken place."
    BLOCKED = "blocked", "It was attempted and stopped."
    OFFERED = "offered", "A state or organisation offered it; it has not taken place."


class LegEvidence(Term):
    """What a leg rests on."""

    DOCUMENTED = "documented", "Both ends and the order are reported."
    INFERRED = "inferred", "Follows from where the person was before and after."
    CLAIMED_BY_ONE = "claimed_by_one", "Rests on the word of a single person."
    UNKNOWN = "unknown", "How the person got there is not known."


class Role(Term):
    """What an actor has to do with an event."""

    VICTIM = "victim", "Harm was done or announced to them."
    PERSON_CONCERNED = "person_concerned", "The event is about them."
    ALLEGED_PERPETRATOR = (
        "alleged_perpetrator",
        "Accused of the harm; an accusation, not a finding.",
    )
    CONVICTED_PERPETRATOR = "convicted_perpetrator", "Found by a court to have done the harm."
    DECISION_MAKER = "decision_maker", "Took the decision."
    INTERVENING_PARTY = "intervening_party", "Helped, asked or intervened."
    REPRESENTATIVE = "representative", "Acts for the person: lawyer, organisation."
    SPEAKER = "speaker", "Said it in public."
    WITNESS = "witness", "Saw it or reports on it from their own knowledge."


class ActorKind(Term):
    """What sort of actor."""

    PERSON = "person", "One human being."
    GROUP = "group", "Several people who are not named one by one."
    ORGANISATION = "organisation", "An association, movement or non-governmental body."
    MEDIA = "media", "A newsroom or channel."
    STATE_BODY = "state_body", "A ministry, police, prosecutor or other office."
    COURT = "court", "A court."
    STATE = "state", "A state as a whole."
    INTERNATIONAL_BODY = "international_body", "A body of several states."


class NameKind(Term):
    """What a further name is."""

    PREFERRED = "preferred", "The form used in that language."
    VARIANT = "variant", "Another spelling or transliteration met in print."
    MISSPELLING = "misspelling", "A misprint or machine translation, kept so that it can be found."


class SourceKind(Term):
    """What sort of thing a source is."""

    ARTICLE = "article", "A news article."
    PETITION = "petition", "A petition or campaign page."
    REPORT = "report", "A report or timeline by an organisation or public body."
    INTERVIEW = "interview", "An interview."
    DIGEST = "digest", "A retelling of another outlet's article."
    TRANSLATION = "translation", "A translation, by hand or machine, of another source."
    STATEMENT = "statement", "A statement by a party."
    ORIGIN = "origin", "Known only through those who cite it; never read by us."


class ClaimProperty(Term):
    """Which value of an event a source states."""

    OCCURRENCE = "occurrence", "Whether it happened: reported, denied or doubted."
    DATE = "date", "When: EDTF text."
    PLACE = "place", "Where: a place_id."
    NUMBER = "number", "A counted quantity; written by the build from the sheet of figures."
    OUTCOME = "outcome", "What was decided or what became of it."
    CHARGE = "charge", "What the person was accused of."
    SENTENCE = "sentence", "The penalty or term."
    FORUM = "forum", "Which court or body."
    MATTER = "matter", "What the proceeding was about."
    MANNER = "manner", "How: by what way, means or papers."
    DURATION = "duration", "For how long."
    CAUSE = "cause", "Why, according to the source."
    PERPETRATOR = "perpetrator", "Who did it, according to the source."
    REPRESENTATIVE = "representative", "Who acted for the person."
    AGE = "age", "The person's age at the source's date."
    DETAIL = "detail", "Any other particular; two details do not contradict each other."


class ClaimBasis(Term):
    """How the value was got from the source's words."""

    STATED = "stated", "The source says it."
    RESOLVED = "resolved", "Computed from the source's words and its date; the note says how."
    INFERRED = "inferred", "Concluded by the editor; the note says from what."


class Occurrence(Term):
    """The values of a claim about whether an event happened."""

    REPORTED = "reported", "The source says that it happened."
    DENIED = "denied", "The source carries a denial that it happened."
    DOUBTED = "doubted", "The source carries doubt that it happened."


class Qualifier(Term):
    """How a counted quantity is hedged."""

    EXACTLY = "exactly", "The number as given."
    ABOUT = "about", "Approximately."
    MORE_THAN = "more_than", "Above the lower bound."
    AT_LEAST = "at_least", "The lower bound or above."
    FEWER_THAN = "fewer_than", "Below the upper bound."
    AT_MOST = "at_most", "The upper bound or below."
    BETWEEN = "between", "From the lower to the upper bound."


class Unit(Term):
    """What a figure counts."""

    PEOPLE = "people", "Human beings."
    DAYS = "days", "Days."
    MONTHS = "months", "Months."
    YEARS = "years", "Years."
    EUR = "eur", "Euros."
    RUB = "rub", "Russian roubles."
    USD = "usd", "United States dollars."
    FOLLOWERS = "followers", "Subscribers or followers of an account."
    ITEMS = "items", "Anything else that is counted; the label says what."


class ProceedingKind(Term):
    """What sort of legal or official process."""

    CRIMINAL = "criminal", "A criminal case."
    EXTRADITION = "extradition", "Handing over to another state."
    ASYLUM = "asylum", "Protection asked of a state."
    REMOVAL = "removal", "Expulsion or deportation."
    INTERNATIONAL = "international", "Before an international body."
    OTHER = "other", "Any other process."


class Stage(Term):
    """How far a proceeding had come at the latest report."""

    OPENED = "opened", "Begun."
    PENDING = "pending", "Waiting for a decision."
    DECIDED = "decided", "Decided; an appeal may be open."
    SUSPENDED = "suspended", "Halted until something else is decided."
    UNDER_APPEAL = "under_appeal", "Before a higher instance."
    ENDED = "ended", "Over."
    UNKNOWN = "unknown", "Not reported."


class DatePrecision(Term):
    """What the allowed days of a date amount to, derived from its EDTF text."""

    DAY = "day", "One day."
    MONTH = "month", "Some day or all of one month."
    SEASON = "season", "One season, quarter or other group of months (EDTF 21 to 41)."
    YEAR = "year", "One year."
    DECADE = "decade", "Ten years."
    CENTURY = "century", "A hundred years."
    INTERVAL = "interval", "Any other span or set of days."


VOCABULARIES: tuple[type[Term], ...] = (
    Lane,
    EventType,
    VerificationStatus,
    Disclosure,
    PlacePrecision,
    LegKind,
    LegStatus,
    LegEvidence,
    Role,
    ActorKind,
    NameKind,
    SourceKind,
    ClaimProperty,
    ClaimBasis,
    Occurrence,
    Qualifier,
    Unit,
    ProceedingKind,
    Stage,
    DatePrecision,
)
"""Every enumeration of the record, for the codebook and the glossary test."""
