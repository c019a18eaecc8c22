//! What is otherwise on a picture whose texts are known: values by their form, lines of lists, who is what.

use plantain_read::{instruct_told, instruction_report};

/// Checks rows of `instruction => steps` for a picture that shows `texts`.
fn check(texts: &[&str], rows: &[(&str, &[&str])]) {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let mut failed = Vec::new();
    for (text, want) in rows {
        let report = instruction_report(&instruct_told(text, &texts, &texts));
        let lines: Vec<&str> = report.lines().map(str::trim).collect();
        if lines != *want {
            failed.push(format!("{text}\n   want {want:?}\n   read {lines:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_value_takes_the_place_of_the_one_of_its_form() {
    let flyer = [
        "Morning Yoga",
        "Tuesdays 7:00",
        "Free",
        "Riverside Park",
        "Emma turns 7",
        "Tech Summit 2025",
        "5 June",
        "steep 3 minutes",
        "+34 600 123 456",
        "$49",
    ];
    check(
        &flyer,
        &[
            (
                "move it to saturday",
                &["text \"Tuesdays\" \"Tuesdays\" -> \"Saturday\""],
            ),
            (
                "bitte auf Donnerstags 7:30 ändern",
                &[
                    "text \"Tuesdays\" \"Tuesdays\" -> \"Donnerstags\"",
                    "text \"7:00\" \"7:00\" -> \"7:30\"",
                ],
            ),
            (
                "She turns 8, sorry",
                &["text \"Emma turns 7\" \"7\" -> \"8\""],
            ),
            (
                "2026 version in Madrid, 9 June",
                &[
                    "text \"2025\" \"2025\" -> \"2026\"",
                    "text Place -> \"Madrid\"",
                    "text \"5 June\" \"5 June\" -> \"9 June\"",
                ],
            ),
            (
                "il faut infuser 5 min",
                &["text \"3 minutes\" \"3 minutes\" -> \"5 minutes\""],
            ),
            (
                "neue Nummer: +34 611 222 333",
                &["text \"+34 600 123 456\" \"+34 600 123 456\" -> \"+34 611 222 333\""],
            ),
            (
                "steeping takes 5 minutes and it costs $35",
                &[
                    "text \"3 minutes\" \"3 minutes\" -> \"5 minutes\"",
                    "text \"$49\" \"$49\" -> \"$35\"",
                ],
            ),
            ("it's $35 now", &["text \"$49\" \"$49\" -> \"$35\""]),
        ],
    );
}

#[test]
fn labels_have_values_and_texts_have_their_like() {
    check(
        &[
            "Gate",
            "22",
            "Boarding",
            "09:40",
            "Full time",
            "jobs@beans.com",
        ],
        &[
            (
                "gate changed to 17 and boarding is 10:05",
                &["value gate -> \"17\"", "value boarding -> \"10:05\""],
            ),
            (
                "it's part time and the mail is hello@beans.com",
                &[
                    "text \"Full time\" -> \"Part time\"",
                    "text \"jobs@beans.com\" \"jobs@beans.com\" -> \"hello@beans.com\"",
                ],
            ),
        ],
    );
    check(
        &[
            "Issue 24",
            "March 2026",
            "Max wird 5",
            "um 15 Uhr",
            "Arena Hamburg",
        ],
        &[
            (
                "issue 25, april 2026",
                &[
                    "text \"24\" \"24\" -> \"25\"",
                    "text \"March\" \"March\" -> \"April\"",
                ],
            ),
            // Words that nothing can be made of are not passed over.
            (
                "aujourd'hui soupe à l'oignon um 16 Uhr",
                &["unread \"aujourd'hui soupe à l'oignon um 16 Uhr\""],
            ),
        ],
    );
    check(
        &["GARAGE SALE", "Saturday 9 am - 3 pm", "45 Maple Street"],
        &[(
            "it's on sunday, 10 am - 4 pm",
            &[
                "text \"Saturday\" \"Saturday\" -> \"Sunday\"",
                "text \"9 am - 3 pm\" \"9 am - 3 pm\" -> \"10 am - 4 pm\"",
            ],
        )],
    );
}

#[test]
fn lines_come_as_people_name_them() {
    check(
        &[
            "Soup",
            "6",
            "Salad",
            "8",
            "Pay rent",
            "Skills",
            "CTO\nJim Park",
        ],
        &[
            (
                "add Bread 3 and put it first",
                &["add row [\"Bread\", \"3\"]", "rank same Nth(0)"],
            ),
            (
                "add Water plants at the top",
                &["add row [\"Water plants\"]", "rank \"Water plants\" Nth(0)"],
            ),
            (
                "add SQL to the skills",
                &["add row [\"SQL\"] In \"Skills\""],
            ),
            ("add SQL to the list", &["add row [\"SQL\"]"]),
            (
                "add Bread to skills",
                &["add row [\"Bread\"] In \"Skills\""],
            ),
            (
                "add Eva, QA, Wien",
                &["add row [\"Eva\", \"QA\", \"Wien\"]"],
            ),
            ("add 2022 Series B", &["add row [\"2022\", \"Series B\"]"]),
            (
                "add Bread after Soup",
                &["add row [\"Bread\"] Below \"Soup\""],
            ),
            (
                "Jim Park left, Dana Cole is CTO now",
                &["value CTO -> \"Dana Cole\""],
            ),
        ],
    );
}

#[test]
fn what_a_number_counts_may_be_no_unit() {
    check(
        &["Line 24 Airport"],
        &[(
            "it's line 31 now",
            &["text \"24 Airport\" \"24 Airport\" -> \"31 Airport\""],
        )],
    );
}

#[test]
fn a_clause_tells_as_much_as_it_can() {
    let ticket = ["Comedy Night", "Row F", "Seat 12", "Lena turns 6"];
    check(
        &ticket,
        &[
            (
                "row B seat 3, title bigger",
                &[
                    "text \"Row F\" -> \"Row B\"",
                    "text \"12\" \"12\" -> \"3\"",
                    "type Title x1.30",
                ],
            ),
            (
                "she turns 7 actually, make it purple",
                &["text \"6\" \"6\" -> \"7\"", "theme palette purple"],
            ),
        ],
    );
    check(
        &[
            "Free Coffee",
            "Valid until May",
            "Sales up 8%",
            "Q2 Results",
        ],
        &[
            (
                "valid until August",
                &["text \"May\" \"May\" -> \"August\""],
            ),
            (
                "title should be Q3 Results, and sales up 11%",
                &[
                    "text Title -> \"Q3 Results\"",
                    "text \"8%\" \"8%\" -> \"11%\"",
                ],
            ),
        ],
    );
}
