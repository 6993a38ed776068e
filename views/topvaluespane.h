// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topvaluesmodel.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QTableView;

namespace tidings {

// The most frequent values of one field among the loaded events, each with its count, share and a bar: a field of all
// events, or one of the columns that the user has added. Enter or "+" filters for the current value, "-" filters it
// out. Counts only while it is shown.
class TopValuesPane : public QWidget
{
    Q_OBJECT

public:
    // The events must outlive the pane.
    explicit TopValuesPane(const EventTableModel &events, QWidget *parent = nullptr);

    void setField(TopValuesModel::Field field, const QString &path = {});
    [[nodiscard]] const TopValuesModel &model() const { return m_model; }
    void focusTable();

signals:
    void filterRequested(const tidings::akql::Node &condition); // "path = value" or "path != value"
    void closeRequested();

protected:
    bool event(QEvent *event) override; // another size of the texts
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHeader();
    void fillFields();
    void buildTable();
    void buildCommands();
    void requestFilter(bool without);
    void updateCommands();
    void updateCaption();
    void updateSizes();

    const EventTableModel &m_events;
    TopValuesModel m_model;
    int m_percent = 0; // of the records that are read
    QComboBox *m_field;
    QLabel *m_caption;
    QTableView *m_table;
    QAction *m_filterFor;
    QAction *m_filterOut;
};

} // namespace tidings
