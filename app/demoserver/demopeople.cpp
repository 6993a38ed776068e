// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopeople.h"

namespace tidings::demo {

namespace {

// clang-format off
constexpr std::array<NameGroup, nameGroupCount> groups {{
    {{{{"Jürgen", "juergen"}, {"Änne", "aenne"}, {"Sören", "soeren"}, {"Greta", "greta"}, {"Lukas", "lukas"}}},
     {{{"Weber", "weber"}, {"Groß", "gross"}, {"Müller-Lüdenscheidt", "mueller-luedenscheidt"}, {"Köhler", "koehler"}, {"Busch", "busch"}}}},
    {{{{"Zoë", "zoe"}, {"François", "francois"}, {"Hélène", "helene"}, {"Loïc", "loic"}, {"Maëlle", "maelle"}}},
     {{{"Lefèvre", "lefevre"}, {"D’Aubigné", "daubigne"}, {"Moreau", "moreau"}, {"Garçon", "garcon"}, {"Noël", "noel"}}}},
    {{{{"Begoña", "begona"}, {"Íñigo", "inigo"}, {"María José", "mariajose"}, {"Joaquín", "joaquin"}, {"Lucía", "lucia"}}},
     {{{"Núñez", "nunez"}, {"García Márquez", "garcia"}, {"Ibáñez", "ibanez"}, {"de la Peña", "delapena"}, {"Ruiz", "ruiz"}}}},
    {{{{"Niccolò", "niccolo"}, {"Giulia", "giulia"}, {"Matteo", "matteo"}, {"Noemi", "noemi"}, {"Dario", "dario"}}},
     {{{"Dell’Orto", "dellorto"}, {"Rossi", "rossi"}, {"Libertà", "liberta"}, {"Conti", "conti"}, {"Ferrari", "ferrari"}}}},
    {{{{"Łukasz", "lukasz"}, {"Małgorzata", "malgorzata"}, {"Wojciech", "wojciech"}, {"Zofia", "zofia"}, {"Jędrzej", "jedrzej"}}},
     {{{"Wiśniewski", "wisniewski"}, {"Błaszczyk", "blaszczyk"}, {"Nowak", "nowak"}, {"Źrebiec", "zrebiec"}, {"Dąbrowska", "dabrowska"}}}},
    {{{{"Jiří", "jiri"}, {"Kateřina", "katerina"}, {"Ondřej", "ondrej"}, {"Zdeňka", "zdenka"}, {"Matěj", "matej"}}},
     {{{"Dvořák", "dvorak"}, {"Svobodová", "svobodova"}, {"Černý", "cerny"}, {"Růžička", "ruzicka"}, {"Novák", "novak"}}}},
    {{{{"Åsa", "asa"}, {"Björn", "bjorn"}, {"Märta", "marta"}, {"Göran", "goran"}, {"Linnéa", "linnea"}}},
     {{{"Öberg", "oberg"}, {"Sjöström", "sjostrom"}, {"Lindqvist", "lindqvist"}, {"Håkansson", "hakansson"}, {"Ek", "ek"}}}},
    {{{{"Çağla", "cagla"}, {"İbrahim", "ibrahim"}, {"Işıl", "isil"}, {"Oğuz", "oguz"}, {"Şule", "sule"}}},
     {{{"Yıldız", "yildiz"}, {"Güneş", "gunes"}, {"Öztürk", "ozturk"}, {"Şahin", "sahin"}, {"Kılıç", "kilic"}}}},
    {{{{"Γιώργος", "giorgos"}, {"Ελένη", "eleni"}, {"Νίκος", "nikos"}, {"Σοφία", "sofia"}, {"Δήμητρα", "dimitra"}}},
     {{{"Παπαδόπουλος", "papadopoulos"}, {"Νικολάου", "nikolaou"}, {"Γεωργίου", "georgiou"}, {"Αγγελής", "angelis"}, {"Λάμπρου", "lamprou"}}}},
    {{{{"Олена", "olena"}, {"Тарас", "taras"}, {"Ярослав", "yaroslav"}, {"Їжак", "yizhak"}, {"Марія", "mariya"}}},
     {{{"Шевченко", "shevchenko"}, {"Коваль", "koval"}, {"Бойко", "boiko"}, {"Грищенко", "hryshchenko"}, {"Мельник", "melnyk"}}}},
    {{{{"فاطمة", "fatima"}, {"محمد", "mohammed"}, {"ليلى", "layla"}, {"يوسف", "yusuf"}, {"خالد", "khalid"}}},
     {{{"الحسن", "alhassan"}, {"منصور", "mansour"}, {"حداد", "haddad"}, {"الخطيب", "alkhatib"}, {"صالح", "saleh"}}}},
    {{{{"נועה", "noa"}, {"דוד", "david"}, {"יעל", "yael"}, {"איתן", "eitan"}, {"תמר", "tamar"}}},
     {{{"כהן", "cohen"}, {"לוי", "levi"}, {"מזרחי", "mizrahi"}, {"פרץ", "peretz"}, {"ביטון", "biton"}}}},
    {{{{"شیرین", "shirin"}, {"آرش", "arash"}, {"پریسا", "parisa"}, {"کیان", "kian"}, {"ژاله", "zhaleh"}}},
     {{{"احمدی", "ahmadi"}, {"کریمی", "karimi"}, {"رضایی", "rezaei"}, {"نوری", "nouri"}, {"پاکزاد", "pakzad"}}}},
    {{{{"प्रिया", "priya"}, {"अर्जुन", "arjun"}, {"अनन्या", "ananya"}, {"रोहन", "rohan"}, {"मीरा", "meera"}}},
     {{{"शर्मा", "sharma"}, {"पटेल", "patel"}, {"सिंह", "singh"}, {"गुप्ता", "gupta"}, {"अय्यर", "iyer"}}}},
    {{{{"கவிதா", "kavitha"}, {"முருகன்", "murugan"}, {"செல்வி", "selvi"}, {"இளங்கோ", "ilango"}, {"மலர்", "malar"}}},
     {{{"சுப்பிரமணியன்", "subramanian"}, {"ராமன்", "raman"}, {"நடராஜன்", "natarajan"}, {"குமார்", "kumar"}, {"வேல்", "vel"}}}},
    {{{{"伟", "wei"}, {"秀英", "xiuying"}, {"小明", "xiaoming"}, {"静", "jing"}, {"磊", "lei"}}},
     {{{"王", "wang"}, {"李", "li"}, {"欧阳", "ouyang"}, {"陈", "chen"}, {"刘", "liu"}}}, true},
    {{{{"さくら", "sakura"}, {"健太", "kenta"}, {"美咲", "misaki"}, {"翔", "sho"}, {"結衣", "yui"}}},
     {{{"田中", "tanaka"}, {"佐藤", "sato"}, {"鈴木", "suzuki"}, {"髙橋", "takahashi"}, {"渡邊", "watanabe"}}}, true},
    {{{{"민준", "minjun"}, {"서연", "seoyeon"}, {"지훈", "jihoon"}, {"하은", "haeun"}, {"도윤", "doyun"}}},
     {{{"김", "kim"}, {"이", "lee"}, {"박", "park"}, {"최", "choi"}, {"정", "jung"}}}, true},
    {{{{"Nguyệt", "nguyet"}, {"Đức", "duc"}, {"Thảo", "thao"}, {"Bảo", "bao"}, {"Linh", "linh"}}},
     {{{"Nguyễn", "nguyen"}, {"Trần", "tran"}, {"Phạm", "pham"}, {"Đặng", "dang"}, {"Vũ", "vu"}}}, true},
    {{{{"Adébáyọ̀", "adebayo"}, {"Chukwuemeka", "chukwuemeka"}, {"Siobhán", "siobhan"}, {"Ọlá", "ola"}, {"Keoni", "keoni"}}},
     {{{"Ọbásanjọ́", "obasanjo"}, {"Okonkwo", "okonkwo"}, {"O'Brien", "obrien"}, {"Kealoha", "kealoha"}, {"Nic Dhòmhnaill", "nicdhomhnaill"}}}},
}};
// clang-format on

} // namespace

const std::array<NameGroup, nameGroupCount> &nameGroups()
{
    return groups;
}

} // namespace tidings::demo
