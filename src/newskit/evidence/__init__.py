"""What plugins look at: functions of a document, each computed once for it and remembered. Where is what decided?

Quotes:
    reports          the whole: finds clauses, binds them to marks
    clauses          clauses that report, by rules, sentence by sentence: before, behind, nominal, dialogue
    before, behind   … that stand in front of what they report, or behind it
    inserted         what goes on behind a clause inside what it reports
    nominal          … without a verb: “according to the mayor”
    dialogue         the turns of an interview
    verbs, phrases   whole verbs; the noun phrases beside them
    subjects         the subject of a verb further on in its sentence
    openings         where what is reported begins
    endings          where it ends
    tagged           clauses as the learned tagger finds them
    joined           how both kinds go together
    quoted_as        who speaks where somebody is “quoted as saying”
    unreported       what the tagger takes for a report though it is none
    sources          who a source is and where it begins and ends, where rules and tagger differ
    binding          what stands in marks, bound to clauses
    speech           the values that these hand on: clauses and reports
    cue_words        the lemma of a cue, and whether it denies

Speakers:
    people           from mention to person, by pronouns, recalled, described and together
    pronouns         “she”, “the 24-year-old”; stand_ins, “it”, “they” and “who”
    recalled         “the mayor”, “the barrister”; relations, “his wife”, “her lawyer”
    institutions     “the company”, “the commission”
    unnamed          “a former stagehand”, of whom the text tells without a name
    described        names, roles and affiliations in a noun phrase
    together         several in one mention
    families         surnames that a text gives once for two
    known            the value: somebody whom the text names, and what is known of them; whom the text is about
    copulas          the role that “is”, “was” or “known as” gives somebody
    gathered         everybody whom the text names
    headings         what headings name
    heard            the gender that pronouns tell of them
    told             what stands right beside a name; kinds, what it says that an institution is

Blocks:
    labels           of a page by page, of anything else by lines
    phrase_lists     the phrases that give furniture away

Lines of a text:
    lines            the whole
    line_model       what a line does, learned; its weights are line_weights.json
    line_features    what the model is told of a line by itself, line_context of its neighbours, line_phrases of its words
    line_kinds       the finer kind
    line_fields      “Subject: …”, “LENGTH: 212 words”; the words are line_fields.toml
    line_pieces      two things in one line

Blocks of a page:
    page             the whole
    page_view        what each block weighs; page_tree, the elements around it
    page_likelihood  how likely each is to be body: page_features and page_words say what is seen of it, page_context of those
                     around it, page_hints of what the page declares; page_model weighs that, with page_weights.json
    page_body        which are taken
    page_kinds       the kinds of all others; the marks are page_marks.toml

Authors and dates:
    byline, date_line                authors and dates that a page or text shows
    site                             its hosts, and whom it is named after
    declared_people, declared_dates  how declared names and dates are read; the words are author_words.toml, date_words.toml
"""
