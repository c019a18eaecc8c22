//! Words for what somebody is in a team, a school or a program: "Manager", "Team Lead", "Viewer".

/// Words that name a post or close the name of one, in lower case.
const POSTS: &[&str] = &[
    "accountant",
    "admin",
    "administrator",
    "analyst",
    "architect",
    "assistant",
    "author",
    "billing",
    "captain",
    "ceo",
    "chair",
    "chef",
    "chief",
    "coach",
    "consultant",
    "contributor",
    "coordinator",
    "dean",
    "designer",
    "developer",
    "directeur",
    "director",
    "directora",
    "driver",
    "editor",
    "engineer",
    "foreman",
    "founder",
    "guest",
    "head",
    "instructor",
    "intern",
    "lead",
    "leiter",
    "leiterin",
    "manager",
    "member",
    "moderator",
    "nurse",
    "officer",
    "owner",
    "partner",
    "president",
    "principal",
    "producer",
    "professor",
    "secretary",
    "specialist",
    "supervisor",
    "support",
    "teacher",
    "trainer",
    "treasurer",
    "viewer",
    "vp",
];

/// Words before a post that belong to it, in lower case.
const KINDS: &[&str] = &[
    "account",
    "art",
    "chief",
    "head",
    "junior",
    "marketing",
    "office",
    "product",
    "project",
    "qa",
    "sales",
    "senior",
    "store",
    "super",
    "support",
    "team",
    "tech",
    "vice",
];

/// Whether a word names a post or closes the name of one.
pub(crate) fn is_post(word: &str) -> bool {
    POSTS.contains(&word.to_lowercase().as_str())
}

/// Returns how many of the last words name a post, up to two ("Team Lead"); none where the last word does not.
pub(crate) fn closing_words(words: &[&str]) -> Option<usize> {
    let (last, before) = words.split_last()?;
    let kind = before
        .last()
        .is_some_and(|word| KINDS.contains(&word.to_lowercase().as_str()));
    is_post(last).then_some(1 + usize::from(kind))
}
