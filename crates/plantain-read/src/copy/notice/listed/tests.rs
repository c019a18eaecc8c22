//! Copy told as a list.

use crate::Role;
use crate::outline::check_texts;

#[test]
fn pieces_behind_the_medium_are_lines() {
    check_texts(&[
        (
            "instagram post: Giveaway! Win a weekend in Rome. Like, share and tag a friend. Ends July 31",
            &[
                (Role::Title, "Giveaway!"),
                (Role::Subtitle, "Win a weekend in Rome"),
                (Role::Body, "Like, share and tag a friend"),
                (Role::Body, "Ends July 31"),
            ],
        ),
        (
            "summer party invitation: Garden Social, Saturday 12 July, Elm Court, dinner & dancing, a picnic basket",
            &[
                (Role::Title, "Garden Social"),
                (Role::Date, "Saturday 12 July"),
                (Role::Place, "Elm Court"),
                (Role::Subtitle, "dinner & dancing"),
            ],
        ),
        (
            "Cartel de festival: Cine bajo las estrellas, del 3 al 9 de agosto, Parque Central, entradas 5 €. fondo azul noche",
            &[
                (Role::Title, "Cine bajo las estrellas"),
                (Role::Date, "del 3 al 9 de agosto"),
                (Role::Place, "Parque Central"),
                (Role::Body, "entradas 5 €"),
            ],
        ),
        (
            "Постер концерта: «Тихий океан», 21 ноября, 20:00, клуб «Маяк», билеты от 900 ₽. минимализм, чёрно-белый",
            &[
                (Role::Title, "Тихий океан"),
                (Role::Date, "21 ноября, 20:00"),
                (Role::Place, "клуб «Маяк»"),
                (Role::Body, "билеты от 900 ₽"),
            ],
        ),
        (
            "Étiquette de pot de miel : Miel de lavande, récolte 2025, 250 g, Rucher des Collines",
            &[
                (Role::Title, "Miel de lavande"),
                (Role::Subtitle, "récolte 2025"),
                (Role::Small, "250 g"),
                (Role::Subtitle, "Rucher des Collines"),
            ],
        ),
        (
            "label for a jar of pickled lemons, brand Casa Nila, net wt 280 g, ingredients: lemons, salt",
            &[
                (Role::Brand, "Casa Nila"),
                (Role::Body, "net wt 280 g"),
                (Role::Subtitle, "ingredients: lemons, salt"),
                (Role::Title, "pickled lemons"),
            ],
        ),
        (
            "Etykieta na słoik: Powidła śliwkowe, domowe, 300 ml, skład: śliwki, cukier, wyprodukowano 09.2025",
            &[
                (Role::Title, "Powidła śliwkowe"),
                (Role::Subtitle, "domowe"),
                (Role::Small, "300 ml"),
                (Role::Subtitle, "skład: śliwki, cukier"),
                (Role::Subtitle, "wyprodukowano 09.2025"),
            ],
        ),
        (
            "ヨガ教室のポスター。タイトル「朝ヨガ」、毎週土曜 7:00〜8:00、参加費 500円。やさしい緑色",
            &[
                (Role::Title, "朝ヨガ"),
                (Role::Date, "毎週土曜 7:00〜8:00"),
                (Role::Body, "参加費 500円"),
            ],
        ),
        (
            "event banner: Build Days, October 4-6, Lisbon, 40 speakers, button Get tickets",
            &[
                (Role::Title, "Build Days"),
                (Role::Date, "October 4-6"),
                (Role::Place, "Lisbon"),
                (Role::Subtitle, "40 speakers"),
                (Role::Button, "Get tickets"),
            ],
        ),
        (
            "linkedin carousel cover: 5 mistakes new managers make, by Priya Shah, swipe up",
            &[
                (Role::Title, "5 mistakes new managers make"),
                (Role::Subtitle, "by Priya Shah"),
                (Role::Body, "swipe up"),
            ],
        ),
        (
            "birthday invite, Leo turns 5! Sunday March 9, 2-4pm, Jump Zone, 44 Mill Road. dinosaurs",
            &[
                (Role::Title, "Leo turns 5!"),
                (Role::Date, "Sunday March 9, 2-4pm"),
                (Role::Place, "Jump Zone, 44 Mill Road"),
            ],
        ),
    ]);
}
