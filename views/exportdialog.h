// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventexporter.h"

#include <QDialog>

class QButtonGroup;
class QDialogButtonBox;
class QProgressBar;
class QPushButton;

namespace tidings {

class NoteLine;

// Writes the events that are shown to a file: asks for the format and the place, shows how far it has come, and says
// what was written. What is exported was fixed when the dialog was made. Closing it ends a running export.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    // `matching`: so many events match on the server, -1 not known. `plan` names the columns and the zone of a table.
    ExportDialog(RawSnapshot records, qint64 matching, const ExportPlan &plan, QWidget *parent);

    void exportTo(const QString &path);
    void done(int result) override;

private:
    void addFormat(ExportFormat format, const QString &name, const QString &explanation);
    [[nodiscard]] ExportFormat format() const;
    void chooseFile();
    void handleFailed(const QString &reason);
    void setRunning(bool running);

    RawSnapshot m_records;
    ExportPlan m_plan;
    EventExporter m_exporter;
    QString m_path;
    QButtonGroup *m_formats;
    QWidget *m_choices;
    QProgressBar *m_progress;
    NoteLine *m_note;
    QDialogButtonBox *m_buttons;
    QPushButton *m_export;
};

} // namespace tidings
