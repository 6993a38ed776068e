// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace tidings {

class DetailPane;
class TopValuesPane;

// What stands beside a table of events: the detail pane over the most frequent values, which take its place in a low
// window. Hidden while both are.
class DetailSide : public QSplitter
{
    Q_OBJECT

public:
    // Takes the place of `detail` in `outer`, and both panes over; the top values are hidden at first.
    DetailSide(QSplitter &outer, DetailPane *detail, TopValuesPane *topValues);

    void setRoomy(bool roomy); // there is room for both
    void follow(); // one of them was shown or hidden
    void share(); // the height, between those that are shown

private:
    DetailPane *m_detail;
    TopValuesPane *m_topValues;
    bool m_roomy = true;
};

} // namespace tidings
