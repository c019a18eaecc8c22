//! Interface directors keep every word: whatever a prompt gives stands in each draft, once.

use plantain_easel::Studio;
use plantain_easel::directors::director;
use plantain_read::{Genre, Origin, read};
use plantain_scene::node::Content;
use plantain_scene::{Canvas, Node};

const SIZES: [(u32, u32); 4] = [(1024, 1024), (768, 1344), (1344, 768), (512, 512)];

/// Returns the texts that a draft marks as asked for.
fn asked(root: &Node) -> Vec<String> {
    let mut out = Vec::new();
    root.visit(&mut |node| match &node.content {
        Content::Text(text) if node.literal => out.push(text.text.clone()),
        Content::Chart(chart) if node.literal => out.extend(chart.labels.iter().cloned()),
        _ => {}
    });
    out
}

fn check(prompt: &str, genre: Genre) -> Vec<String> {
    let brief = read(prompt);
    let propose = director(genre).expect("an interface genre has a director");
    let mut faults = Vec::new();
    for (w, h) in SIZES {
        for seed in 0..2 {
            let studio = Studio::new(&brief, Canvas::new(w, h), true, seed);
            for draft in propose(&studio) {
                let found = asked(&draft.root);
                for literal in &brief.literals {
                    let want = literal.text.trim();
                    let times = brief
                        .literals
                        .iter()
                        .filter(|l| l.text.trim() == want)
                        .count();
                    // A label that was told in passing has its capital on a screen.
                    let same = |text: &str| {
                        text == want
                            || literal.origin != Origin::Quoted
                                && text.to_lowercase() == want.to_lowercase()
                    };
                    let got = found.iter().filter(|text| same(text)).count();
                    if got != times {
                        faults.push(format!(
                            "{genre:?} {w}x{h} {}: {want:?} stands {got} times, not {times}, for {prompt:?}",
                            draft.archetype
                        ));
                    }
                }
            }
        }
    }
    faults.dedup();
    faults
}

const PROMPTS: &[&str] = &[
    "dark mode login screen, title \"Welcome back\", fields \"Email\" and \"Password\", button \"Sign in\", link \"Forgot password?\"",
    "product grid: Canvas Tote $24, Ceramic Mug $18, Desk Lamp $42, Wool Throw $65, header New Arrivals",
    "kanban board with columns 'To do', 'In progress', 'Done' and cards 'Fix login bug', 'Update icons'",
    "fitness app with step count 8,432, calories 512 kcal and a weekly bar chart labelled Mon Tue Wed Thu Fri Sat Sun",
    "banking app: balance '€3,284.17', transactions 'Coffee Corner' '-€4.20', 'Salary' '+€2,450.00'",
    "phone home screen with exactly three app icons labelled Mail, Maps, Camera. clock reads 9:41",
    "pricing page with plans Basic $9, Pro $29, Enterprise $99, title \"Simple pricing\", badge \"Most popular\"",
    "music player, song \"Midnight Drive\" by \"Luna Park\", 1:24 of 3:58, button \"Save\", tab \"Library\"",
    "settings with toggles \"Dark mode\", \"Sync\"; tabs \"General\", \"Privacy\"; button \"Save changes\"",
    "weather app, city \"Lisbon\", 24°, \"Partly cloudy\", forecast Mon 23° Tue 25° Wed 21°",
    "chat with \"Anna\": \"Are you coming?\", \"Yes, at 8!\", \"Great\"",
    "profile for \"Jane Doe\" @janedoe, 128 posts, 4.2K followers, button \"Edit profile\"",
];

const GENRES: &[Genre] = &[
    Genre::MobileApp,
    Genre::PhoneHome,
    Genre::Landing,
    Genre::Login,
    Genre::SignUp,
    Genre::Settings,
    Genre::ProductGrid,
    Genre::Pricing,
    Genre::Kanban,
    Genre::Inbox,
    Genre::Chat,
    Genre::AdminTable,
    Genre::Form,
    Genre::WebPage,
];

#[test]
fn every_draft_holds_every_word_once() {
    let faults: Vec<String> = PROMPTS
        .iter()
        .flat_map(|prompt| GENRES.iter().flat_map(move |genre| check(prompt, *genre)))
        .collect();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn pages_of_a_kind_keep_every_word() {
    let mut faults = Vec::new();
    for (prompt, genre) in [
        (
            "file manager web app, folders Photos, Invoices, Music; files report.pdf 2.4 MB, logo.svg 12 KB. storage 34 of 50 GB used",
            Genre::WebPage,
        ),
        (
            "podcast site page for the show \"Night Shift Radio\" with episodes: The last ferry 42 min, Salt 38 min. button \"Subscribe\"",
            Genre::WebPage,
        ),
        (
            "uptime status page \"All systems operational\": API 99.98%, Website 100%, Database 97.1%. button \"Subscribe\"",
            Genre::WebPage,
        ),
        (
            "404 page for an aquarium website, friendly octopus, text \"This page swam away\", button \"Back to the reef\"",
            Genre::WebPage,
        ),
        (
            "webmail inbox, mails: Anna Lind \"Contract draft\" 9:41, Tom Oka \"Lunch?\" 8:15. folders Inbox 12, Drafts 3, Sent",
            Genre::Inbox,
        ),
        (
            "product page: Backpack \"Alpin 35\" 129 €, colors black green orange, sizes S M L, button \"Add to cart\"",
            Genre::ProductGrid,
        ),
        (
            "help center of \"Orbit\" with topics Billing, Login, Safety. button \"Write to us\", \"How do I reset it?\"",
            Genre::WebPage,
        ),
        (
            "hotel booking page \"Sleep well\": Hotel Aurora 129€, Casa Verde 98€, The Mill 154€. button \"Find rooms\"",
            Genre::WebPage,
        ),
        (
            "flight search results \"Oslo to Bergen\": 07:15 €89, 11:40 €112. button \"Choose\"",
            Genre::WebPage,
        ),
        (
            "scheduling page \"Coffee with Ada\", slots 9:00, 9:30, 14:00, button \"Book it\"",
            Genre::WebPage,
        ),
        (
            "job board listing: Rust Engineer at Ferrous (Remote, $140k), Designer at Kite (Berlin, €70k), button \"Post a job\"",
            Genre::WebPage,
        ),
        (
            "job detail page for \"Frontend Developer\", button \"Apply here\", \"Lyon\", €52k",
            Genre::WebPage,
        ),
        (
            "desktop music player, playlist \"Late Night\", songs \"Low Tide\" 4:05, \"Glass\" 3:17, playing \"Ember\"",
            Genre::WebPage,
        ),
        (
            "movie streaming home with hero film \"Northern Lights\", button \"Play\", rows \"New\", \"Drama\"",
            Genre::WebPage,
        ),
        (
            "news website front page \"City opens new tram line\", stories \"Rain ahead\", \"Market day\"",
            Genre::WebPage,
        ),
        (
            "search engine homepage \"Zoogle\", buttons \"Find\", \"Lucky\"",
            Genre::Landing,
        ),
        (
            "password reset page for \"Loopr\", title \"Lost it?\", field \"Email\", button \"Send link\", link \"Back\"",
            Genre::Login,
        ),
        (
            "checkout step 2 of 3 Payment, options card, PayPal, total €84.20, button \"Pay\"",
            Genre::ProductGrid,
        ),
        (
            "order tracking screen with a map, courier \"Maria\", arriving in \"12 min\", button \"Call\"",
            Genre::MobileApp,
        ),
        (
            "parcel tracking app, timeline of steps, \"00340\", status \"On its way\"",
            Genre::MobileApp,
        ),
        (
            "smart home app: lights \"on\", thermostat \"21°\", \"Front door\" \"locked\", button \"Leave\"",
            Genre::MobileApp,
        ),
        (
            "hotel details screen: Hotel Miramar, 4.8 stars (312 reviews), Lisbon, €142 per night, amenities: Pool, Wi-Fi. Button Book now",
            Genre::MobileApp,
        ),
        (
            "loft page in a rental app: \"Sunny loft\", Amsterdam, 4.92, €128 / night, 2 guests, buttons \"Reserve\", \"Ask the host\"",
            Genre::MobileApp,
        ),
        (
            "water tracker app: 1.4 L of 2.5 L, 56%, glasses 5 of 9, button \"+ 250 ml\", reminder at 15:00",
            Genre::MobileApp,
        ),
        (
            "meditation app screen, timer showing 12:45 in a ring, session 'Evening calm', 'Rain sounds' below",
            Genre::MobileApp,
        ),
        (
            "recipe app home, title \"What's for dinner?\", Lemon Pasta 20 min, Shakshuka 25 min, search bar Search recipes",
            Genre::MobileApp,
        ),
        (
            "mobile checkout screen: Order summary, Linen shirt €49, Canvas belt €19, total €68, button \"Pay\"",
            Genre::MobileApp,
        ),
        (
            "calendar web app with a sidebar, March 2027, events: Offsite on 12, Dentist on 18, button \"Add\"",
            Genre::WebPage,
        ),
        (
            "festival website LUMEN, nav Lineup Tickets Info, 16–18 July 2027, lineup: Solveig, Kestrel, Night Swim, footer © 2027 Lumen",
            Genre::WebPage,
        ),
        (
            "users table: columns Name, Role. rows: Ana Admin; Tom Editor. Button Add user, search Search users",
            Genre::AdminTable,
        ),
        (
            "lock screen 7:32 with notifications \"Mia\", \"Calendar\"",
            Genre::PhoneHome,
        ),
    ] {
        faults.extend(check(prompt, genre));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
